/** The three kinds of error a user can act on. Everything else is a bug of hcdc. */
package io.hcdc.core.error;
