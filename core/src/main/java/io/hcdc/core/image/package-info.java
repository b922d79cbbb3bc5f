/** Images: tagged by the hash of their build context, built on one base, never rebuilt while unchanged. */
package io.hcdc.core.image;
