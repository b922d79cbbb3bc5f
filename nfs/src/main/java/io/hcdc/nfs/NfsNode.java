package io.hcdc.nfs;

import io.hcdc.api.Port;

/** One server. */
record NfsNode(String name, Port port) {}
