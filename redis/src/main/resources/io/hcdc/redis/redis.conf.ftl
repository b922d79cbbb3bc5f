# ${node}: one of the data nodes of ${stack}.
# The start script adds the line that says whom to follow: the master changes, this file does not.

bind 0.0.0.0
port ${self.port}
dir /data

# Announced by name: addresses inside the network mean nothing outside it.
replica-announce-ip ${self.name}
replica-announce-port ${self.port}
<#if initial.name != self.name>
replicaof ${initial.name} ${initial.port}
</#if>

requirepass ${secret["redis-password"]}
masterauth ${secret["redis-password"]}

# Without persistence a master restarted faster than its failure is noticed comes back empty, and empties its replicas.
appendonly yes
appendfsync ${appendfsync}
# The append-only file holds everything already; a snapshot on top would only slow down stopping.
save ""

<#if sentinel>
# A master that can reach no replica refuses writes: whatever it took would be lost once another one leads.
min-replicas-to-write ${config.minReplicasToWrite}
min-replicas-max-lag ${config.minReplicasMaxLag}

# A full resync starts at once and never waits for a second replica.
repl-diskless-sync yes
repl-diskless-sync-delay 0
# Room for what is written while a node is away for a few seconds, so that it needs no full resync.
repl-backlog-size 16mb

</#if>
# How long a master told to stop lets its replicas catch up.
shutdown-timeout 3
