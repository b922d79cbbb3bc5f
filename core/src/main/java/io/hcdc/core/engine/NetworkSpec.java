package io.hcdc.core.engine;

import java.util.Map;

/** A bridge network. @param subnet as CIDR; addresses are given out by the stack, never by the engine */
public record NetworkSpec(String name, String subnet, Map<String, String> labels) {}
