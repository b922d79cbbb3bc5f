/** The application's nodes behind a stack's balancer: which there are, and what a change of them may be. */
package io.hcdc.core.pool;
