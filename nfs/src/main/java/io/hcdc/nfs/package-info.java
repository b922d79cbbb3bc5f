/** NFS version 4 by nfs-ganesha: one export, by one node or by a pair of which one serves. */
package io.hcdc.nfs;
