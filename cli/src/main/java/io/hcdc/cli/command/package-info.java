/** One class per command; the command tree is this package. */
package io.hcdc.cli.command;
