/** One class per fault. Each knows how to inject itself, how to see that it took effect, and how to heal. */
package io.hcdc.core.drill.fault;
