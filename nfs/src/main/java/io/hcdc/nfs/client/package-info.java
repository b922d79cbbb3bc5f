/** As much of an NFSv4 client as is needed to ask a server how it is: XDR, RPC over TCP, COMPOUND. */
package io.hcdc.nfs.client;
