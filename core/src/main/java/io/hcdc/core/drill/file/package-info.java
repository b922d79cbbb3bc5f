/** Drills as files: YAML, bound as stacks are, with every mistake told at once. */
package io.hcdc.core.drill.file;
