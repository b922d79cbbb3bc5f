/** Gives a node its data anew by its peers. */
package io.hcdc.core.repair;
