/** NFS version 4 by nfs-ganesha: one node, one export. */
package io.hcdc.nfs;
