package io.hcdc.nfs.client;

/**
 * Who a client is to a server, before and after the server's restart.
 *
 * @param verifier of one run of the client: with another one the server forgets what the client had opened
 */
record ClientOwner(long verifier, String name) {}
