/** Breaks a stack on purpose and records what an application would have felt: record first, judge later. */
package io.hcdc.core.drill;
