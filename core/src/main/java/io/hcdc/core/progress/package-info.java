/** What a long operation tells while it works. */
package io.hcdc.core.progress;
