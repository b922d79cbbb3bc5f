/** Where commands write, what it looks like, and the codes they end with. */
package io.hcdc.cli.console;
