/** Results as text for the eye and as JSON for programs. */
package io.hcdc.core.report;
