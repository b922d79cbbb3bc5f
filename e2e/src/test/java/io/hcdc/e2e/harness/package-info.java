/**
 * What the obligations are proved with. Nothing here uses the program's own code: the program is a process, the engine is
 * asked by Docker's own command line, the servers by clients of their own.
 */
package io.hcdc.e2e.harness;
