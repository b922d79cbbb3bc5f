/**
 * The port to a container engine: what the core needs of one, in the core's own words. The only adapter today speaks the
 * Docker Engine API; nothing here assumes that there is just one engine.
 */
package io.hcdc.core.engine;
