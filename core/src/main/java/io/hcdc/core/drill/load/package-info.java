/** The load under which a drill breaks things: numbered attempts on a schedule that waits for nobody. */
package io.hcdc.core.drill.load;
