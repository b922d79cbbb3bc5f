/** Values as JSON, and back. */
package io.hcdc.core.json;
