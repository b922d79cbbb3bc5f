package io.hcdc.api;

/** Whether a component does its work. */
public sealed interface Readiness {

    /** It does. The summary says in a few words what was verified. */
    record Ready(String summary) implements Readiness {}

    /** Not yet, or not any more. The reason names what is missing. */
    record NotReady(String reason) implements Readiness {}
}
