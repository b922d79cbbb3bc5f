package io.hcdc.haproxy;

import io.hcdc.api.Port;

/** One HAProxy in front of everything. */
record Balancer(String node, Port https, Port stats) {}
