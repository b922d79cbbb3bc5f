/** A stack that runs: how its nodes are reached, what they say of themselves, when it is ready. */
package io.hcdc.core.run;
