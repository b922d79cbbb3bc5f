/** A drill as one page of HTML that needs nothing but a browser. */
package io.hcdc.core.report.page;
