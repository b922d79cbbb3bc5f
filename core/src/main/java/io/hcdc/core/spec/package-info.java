/** Loading: a stack's YAML and the user's settings on top of it become one {@link io.hcdc.core.spec.StackSpec}. */
package io.hcdc.core.spec;
