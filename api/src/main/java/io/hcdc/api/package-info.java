/**
 * What a stack is made of and what a component offers to it: values, and the few interfaces a component implements.
 *
 * <p>A {@link io.hcdc.api.Component} is found by {@link java.util.ServiceLoader}. It turns its typed configuration into
 * a {@link io.hcdc.api.Blueprint} (what should run, as plain values) and, once that runs, into a
 * {@link io.hcdc.api.Driver} that speaks the servers' own protocol. A component that can be drilled offers the
 * {@link io.hcdc.api.drill.Drillable} capability as well; one without fail-over simply lacks it.
 */
package io.hcdc.api;
