/** What happened in a round, line by line, as it is written down and read back. */
package io.hcdc.core.drill.history;
