package io.hcdc.core.engine;

import java.util.Map;

/**
 * A bridge network. The stack gives out the addresses of its own containers.
 *
 * @param subnet as CIDR
 * @param gateway the address of the host in it
 * @param range the part of the subnet, as CIDR, from which the engine serves containers that come without an address
 */
public record NetworkSpec(String name, String subnet, String gateway, String range, Map<String, String> labels) {}
