/** From a stack to the text that runs: the servers' configuration files and the compose file. Pure. */
package io.hcdc.core.render;
