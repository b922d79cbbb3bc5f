${address[node]} ${address["nfs"]}
