/** The way back: what is open is written down before it is broken, and taken back whatever happens. */
package io.hcdc.core.drill.heal;
