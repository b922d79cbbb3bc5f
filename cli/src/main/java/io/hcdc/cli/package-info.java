/** The command line: parses, calls {@link io.hcdc.core.Hcdc}, prints, and ends with the right exit code. */
package io.hcdc.cli;
