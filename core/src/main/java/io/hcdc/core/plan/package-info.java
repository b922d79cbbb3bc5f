/** From what should be and what is to what must be done: decided purely, as a text that can be read before it happens. */
package io.hcdc.core.plan;
