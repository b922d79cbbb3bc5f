/** What the machine must have before anything is touched; everything that is missing is said at once. */
package io.hcdc.core.preflight;
