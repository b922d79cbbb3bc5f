/** The adapter to the Docker Engine API. Nothing outside this package knows docker-java. */
package io.hcdc.docker;
