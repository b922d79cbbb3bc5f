# Who may connect to node ${node}: everybody who knows a password, and nobody without.
# TYPE  DATABASE     USER        ADDRESS    METHOD
<#if cluster>
# The user who owns the server's files needs none.
local   all          postgres               peer
</#if>
local   all          all                    scram-sha-256
host    all          all         0.0.0.0/0  scram-sha-256
<#if cluster>
host    replication  replicator  0.0.0.0/0  scram-sha-256
</#if>
