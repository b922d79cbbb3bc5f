/** Does what a plan says, as much at once as dependencies allow. */
package io.hcdc.core.execute;
