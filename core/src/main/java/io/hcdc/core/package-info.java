/**
 * The work of hcdc, in one direction: load → resolve → render → plan → execute → wait, and drill → judge → report.
 * {@link io.hcdc.core.Hcdc} is the one door: the command line, tests and whatever comes later are equal callers.
 */
package io.hcdc.core;
