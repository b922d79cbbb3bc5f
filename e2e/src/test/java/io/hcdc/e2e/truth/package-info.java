/** Somebody else who measures the same drill: a process of its own, with a client and a clock of its own. */
package io.hcdc.e2e.truth;
