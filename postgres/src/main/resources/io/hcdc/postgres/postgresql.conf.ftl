# PostgreSQL node ${node} of stack ${stack}. Written anew by every hcdc run: change the stack's settings instead.

hba_file = '/run/hcdc/pg_hba.conf'
listen_addresses = '0.0.0.0'
port = 5432
unix_socket_directories = '/var/run/postgresql'
max_connections = ${config.maxConnections}
password_encryption = scram-sha-256

shared_buffers = ${config.sharedBuffers}
dynamic_shared_memory_type = posix
jit = off                       # its compiler is not in the image

# Ready for standbys and for pg_rewind without a rebuild of the cluster.
wal_level = replica
wal_log_hints = on
<#if cluster>

# Tells whoever asks through Pgpool which node answered.
cluster_name = '${node}'
# Slots would keep WAL for a lost standby until the disk is full: it gets what is kept here, else a base backup.
wal_keep_size = ${config.walKeepSize}
min_wal_size = 16MB
max_wal_senders = 10
# For the program, the watches of Pgpool and the other nodes, also while applications take all they can get.
superuser_reserved_connections = ${reserved}
<#if config.synchronous>
# By name: a base backup on its way is no standby, though `*` would count it.
synchronous_standby_names = 'ANY 1 (<#list members as member>${member.name}<#sep>, </#list>)'
</#if>
# The supervisor says whom to stream from (primary_conninfo, by ALTER SYSTEM). A lost primary is noticed by either side
# within this time, and a new one is tried this often.
wal_receiver_timeout = 3s
wal_sender_timeout = 3s
wal_receiver_status_interval = 1s
wal_retrieve_retry_interval = 200ms
</#if>

# To the container's log.
log_destination = stderr
logging_collector = off
log_line_prefix = '%m [%p] %q%u@%d '
log_timezone = UTC
timezone = UTC
datestyle = 'iso, mdy'
lc_messages = 'C.UTF-8'
default_text_search_config = 'pg_catalog.english'

# A client that vanished frees its connection in seconds, not hours.
<#if cluster>
tcp_keepalives_idle = 1
tcp_keepalives_interval = 1
tcp_keepalives_count = 3
tcp_user_timeout = 3000
<#else>
tcp_keepalives_idle = 10
tcp_keepalives_interval = 5
tcp_keepalives_count = 3
</#if>
