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
tcp_keepalives_idle = 10
tcp_keepalives_interval = 5
tcp_keepalives_count = 3
