# What the scripts of node ${node} know of the cluster. The first node is the initial primary.
<#list members as member>
node ${member.name}
</#list>
# How many must answer before one is made the primary: any so many include one that has every acknowledged commit.
quorum ${quorum}
# The same when Pgpool has lost the primary, which is then not counted.
failover-quorum ${failoverQuorum}
fence-milliseconds ${config.fenceMilliseconds}
