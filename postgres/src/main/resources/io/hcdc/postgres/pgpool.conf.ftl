# ${node}: one of the Pgpools of ${stack}. Written anew by every hcdc run: change the stack's settings instead.

backend_clustering_mode = 'streaming_replication'
listen_addresses = '*'
port = 5432
socket_dir = '/run/hcdc'
logdir = '/run/hcdc'
pid_file_name = '/run/hcdc/pgpool.pid'
log_line_prefix = '%t [%p] '

<#list members as member>
backend_hostname${member?index} = '${member.name}'
backend_port${member?index} = 5432
backend_weight${member?index} = 1
backend_flag${member?index} = 'ALLOW_TO_FAILOVER'
backend_application_name${member?index} = '${member.name}'
</#list>

# Every session has one server connection of its own, which the servers' max_connections must have room for. One more
# for the watch beside this Pgpool, one for whoever checks that it answers, and one that only says "too many clients":
# without it a full Pgpool is silent, looks dead to a balancer, and loses the sessions it has.
num_init_children = ${config.numInitChildren + 3}
max_pool = 1
reserved_connections = 1
load_balance_mode = off
# Not used, but 128 MB of shared memory unless it is told.
memqcache_total_size = 1048576
memqcache_max_num_cache = 1000

enable_pool_hba = on
pool_passwd = '/run/hcdc/pool_passwd'

# Lost: a session that breaks says so at once, and the watch always has one. A look now and then finds the rest.
failover_on_backend_error = on
failover_on_backend_shutdown = on
health_check_period = 2
health_check_timeout = 1
health_check_max_retries = 0
health_check_retry_delay = 1
health_check_user = 'postgres'
health_check_database = 'postgres'
connect_timeout = 1000

# Replaced: by the standbys themselves; see `failover` and `elect`.
failover_command = '/usr/local/bin/failover %h %N'
follow_primary_command = ''
search_primary_node_timeout = 3
# Off: its worker holds a lock while it waits for an answer, and a frozen node never gives one. `watch-nodes` attaches
# nodes that are back.
sr_check_period = 0
sr_check_user = 'postgres'
sr_check_database = 'postgres'
auto_failback = off

pcp_listen_addresses = '*'
pcp_port = 9898
pcp_socket_dir = '/run/hcdc'

# The Pgpools agree on what is lost; with two of them, one that is alone may decide as well.
use_watchdog = on
# Unlike, so that of two that stand for leader at the same moment one gives way.
wd_priority = ${priority}
wd_authkey = '${secret["pgpool-watchdog-key"]}'
wd_ipc_socket_dir = '/run/hcdc'
enable_consensus_with_half_votes = on
failover_when_quorum_exists = on
failover_require_consensus = on
allow_multiple_failover_requests_from_node = off
# No address moves: an application knows both Pgpools, or a proxy in front of them.
delegate_IP = ''
<#list pgpools as pgpool>
hostname${pgpool?index} = '${pgpool.name}'
wd_port${pgpool?index} = 9000
pgpool_port${pgpool?index} = 5432
heartbeat_hostname${pgpool?index} = '${pgpool.name}'
heartbeat_port${pgpool?index} = 9694
</#list>
wd_lifecheck_method = 'heartbeat'
wd_interval = 1
wd_heartbeat_keepalive = 1
wd_heartbeat_deadtime = 3
wd_monitoring_interfaces_list = ''
