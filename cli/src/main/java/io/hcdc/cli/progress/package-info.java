/** Progress for the eye: live lines on a terminal, plain lines anywhere else. */
package io.hcdc.cli.progress;
