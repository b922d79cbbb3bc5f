/** All that can be done to a stack, listed, and drilled cell by cell. */
package io.hcdc.core.drill.matrix;
