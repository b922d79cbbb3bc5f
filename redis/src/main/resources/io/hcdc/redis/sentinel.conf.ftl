# ${node}: one of the sentinels of ${stack}.
# The start script puts in the master and the epochs this sentinel remembers.

bind 0.0.0.0
port ${self.port}
dir /data
requirepass ${secret["sentinel-password"]}

# A fixed identity, so that the others know this sentinel again after it lost its memory.
sentinel myid ${self.id}
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip ${self.name}
sentinel announce-port ${self.port}
sentinel sentinel-pass ${secret["sentinel-password"]}

# The set keeps this name; the node that leads it changes.
sentinel monitor ${set} ${initial.name} ${initial.port} ${config.quorum}
sentinel auth-pass ${set} ${secret["redis-password"]}
sentinel down-after-milliseconds ${set} ${config.downAfterMilliseconds}
sentinel failover-timeout ${set} ${config.failoverTimeout}
sentinel parallel-syncs ${set} ${replicas?size}

# Known from the start: found out by themselves, replicas would take up to 10 s (INFO) and sentinels 2 s (hello).
<#list replicas as replica>
sentinel known-replica ${set} ${replica.name} ${replica.port}
</#list>
<#list others as other>
sentinel known-sentinel ${set} ${other.name} ${other.port} ${other.id}
</#list>
