/** Results as text for the eye, as a page for the browser, and as XML for CI systems. */
package io.hcdc.core.report;
