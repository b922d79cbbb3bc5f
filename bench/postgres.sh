# shellcheck shell=bash
# What PostgreSQL under Pgpool promises, figure by figure. Sourced by scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, offset, results, root and stack are its

bench_pg() {
  pg_ready
  init_pg
  build_writer
  pg_primary
  pg_leading_pgpool
  pg_cut_replication
  pg_isolated_primary 'synchronous'
  init_pg --set postgres.synchronous=false
  pg_isolated_primary 'not synchronous'
  run "$hcdc" down --volumes --name "$stack"
}

bench_pgmaster() {
  init_pg
  pg_primary
  run "$hcdc" down --volumes --name "$stack"
}

pg_primary() {
  local fault
  for fault in kill pause isolate; do
    drill "pg-$fault" pgmaster $fault "$n"
    row "$fault of the primary, outage" "pg-$fault-outage"
    row '  back as a standby, up in both Pgpools' "pg-$fault-back"
    total '  acknowledged writes lost' "pg-$fault-lost"
  done
}

init_pg() { # more arguments
  run "$hcdc" init "$root/bench/postgres.yaml" --name "$stack" --port-offset "$offset" "$@"
}

container() { printf '%s-%s' "$stack" "$1"; }

psql_on() { # node, SQL
  docker exec -i -u postgres "$(container "$1")" psql -qAt --no-psqlrc -c "$2" app 2>>"$results/log"
}

# From the command's begin, images present and no data.
pg_ready() {
  local began i
  for ((i = 1; i <= n; i++)); do
    began=$EPOCHREALTIME
    timed pg-init init_pg
    psql_on pg1 "SELECT extract(epoch FROM max(backend_start)) - $began FROM pg_stat_replication
      WHERE state = 'streaming' AND application_name LIKE 'pg_' HAVING count(*) = 2" >>"$results/pg-streaming"
    run "$hcdc" down --volumes --name "$stack"
  done
  row 'init: both standbys have connected to stream' pg-streaming
  row 'init: the whole cluster serves through Pgpool' pg-init
}

pg_leading_pgpool() {
  local i leader
  for ((i = 1; i <= n; i++)); do
    leader=$(container "$(holder leader)")
    break_and_write_hcdc pgpool "docker kill $leader" "docker start $leader && '$hcdc' wait --name $stack"
  done
  row 'kill of the leading Pgpool, outage at the stable address' pgpool-outage
  total '  acknowledged writes lost' pgpool-lost
}

# On one engine a kill alone shows no loss: what was sent still arrives. So nothing is sent for a second before it.
pg_cut_replication() {
  local i primary pid
  ((EUID == 0)) || { echo 'replication is not cut: that takes root'; return; }
  for ((i = 1; i <= n; i++)); do
    primary=$(container "$(holder primary)")
    pid=$(docker inspect --format '{{.State.Pid}}' "$primary")
    break_and_write_hcdc pg-cut \
      "for peer in $(standby_addresses "$primary"); do
         nsenter -t $pid -n iptables -I OUTPUT -d \$peer -p tcp --sport 5432 -j DROP || exit
       done
       sleep 1; docker kill $primary" \
      "docker start $primary && '$hcdc' wait --name $stack"
  done
  total 'lost by a kill after a second of cut replication' pg-cut-lost
}

standby_addresses() { # container of the primary
  local node
  for node in pg1 pg2 pg3; do
    [[ $(container $node) == "$1" ]] || address "$(container $node)"
  done | xargs
}

address() { # container
  docker inspect --format "{{(index .NetworkSettings.Networks \"$stack\").IPAddress}}" "$1"
}

# Cut off from everything for five seconds and written to directly all the while: the last write that it accepts.
pg_isolated_primary() { # kind of commits
  local i primary
  for ((i = 1; i <= n; i++)); do
    primary=$(holder primary)
    psql_on "$primary" 'CREATE TABLE IF NOT EXISTS bench_direct (at timestamptz)'
    isolated_round "$primary" "pg-direct-$1"
    run "$hcdc" wait --name "$stack"
  done
  row "isolated, last write accepted ($1)" "pg-direct-$1"
}

isolated_round() { # node, series
  local ip began last writer
  ip=$(address "$(container "$1")")
  write_directly "$1" >"$results/direct" &
  writer=$!
  sleep 1
  began=$EPOCHREALTIME
  run docker network disconnect "$stack" "$(container "$1")"
  wait $writer
  run docker network connect --ip "$ip" --alias "$1" "$stack" "$(container "$1")"
  last=$(tail -n 1 "$results/direct")
  [[ -n $last ]] || fail "$1 accepted no write before it was isolated"
  note "$2" "$(awk -v a="$began" -v b="$last" 'BEGIN { printf "%.3f\n", (b > a ? b - a : 0) }')"
}

# For six seconds; prints when each write was acknowledged.
write_directly() { # node
  docker exec -u postgres "$(container "$1")" bash -c 'end=$((SECONDS + 6))
    while ((SECONDS < end)); do
      timeout 0.5 psql -qAt --no-psqlrc -c "INSERT INTO bench_direct VALUES (now())" app 2>/dev/null && echo $EPOCHREALTIME
      sleep 0.05
    done'
}
