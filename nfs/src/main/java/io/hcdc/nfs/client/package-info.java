/**
 * An NFSv4 client as small as it can be: XDR, RPC over TCP, COMPOUND; on it a question to a server (version 4.0), and
 * files that survive its replacement (version 4.1).
 */
package io.hcdc.nfs.client;
