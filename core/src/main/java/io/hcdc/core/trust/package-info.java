/** Secrets, and the certificates a stack serves with. */
package io.hcdc.core.trust;
