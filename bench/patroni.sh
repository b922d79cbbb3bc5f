# shellcheck shell=bash
# The loss of the primary, of hcdc's cluster and of Patroni's in turn. Sourced by scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, results, root and stack are its

readonly peer=$root/bench/peers/patroni
export PATRONI_SECRETS=$HCDC_HOME/patroni.secrets BASE=hcdc/base:bookworm
patroni=(docker-compose -p "$stack-patroni" -f "$peer/docker-compose.yml")

bench_patroni() {
  local i
  init_pg
  build_writer
  start_patroni
  for ((i = 1; i <= n; i++)); do
    paired $i kill_hcdc kill_patroni
  done
  row 'kill of the primary, hcdc, outage' hcdc-kill-outage
  row 'kill of the primary, Patroni 3.0 at ttl 20, outage' patroni-kill-outage
  ratio 'ratio Patroni / hcdc, pair by pair' patroni-kill-outage hcdc-kill-outage
  row 'way back of the node, hcdc' hcdc-kill-back
  row 'way back of the node, Patroni' patroni-kill-back
  total 'acknowledged writes lost, hcdc' hcdc-kill-lost
  total 'acknowledged writes lost, Patroni' patroni-kill-lost
  stop_patroni
  run "$hcdc" down --volumes --name "$stack"
}

start_patroni() {
  # What hcdc builds its own images on: see BaseImage.
  docker image inspect $BASE >/dev/null 2>&1 || BASE=debian:bookworm-slim
  (umask 077 && make_secrets)
  stop_patroni # what a killed run left has other passwords
  run "${patroni[@]}" build
  timed patroni-up patroni_up
  row 'Patroni, until two standbys stream' patroni-up
}
patroni_up() { "${patroni[@]}" up -d && "$peer/wait-until-whole"; }
stop_patroni() { "${patroni[@]}" down --volumes --timeout 1 >/dev/null 2>&1; }

make_secrets() {
  local user
  for user in SUPERUSER REPLICATION REWIND; do
    printf 'PATRONI_%s_PASSWORD=%s\n' $user "$(tr -d - </proc/sys/kernel/random/uuid)"
  done >"$PATRONI_SECRETS"
  printf '%s\n' PATRONI_SUPERUSER_USERNAME=postgres PATRONI_REPLICATION_USERNAME=replicator \
    PATRONI_REWIND_USERNAME=rewinder >>"$PATRONI_SECRETS"
  sed -n 's/^PATRONI_SUPERUSER_PASSWORD=//p' "$PATRONI_SECRETS" >"$PATRONI_SECRETS.postgres"
}

kill_hcdc() {
  local primary
  primary=$(container "$(holder primary)")
  break_and_write_hcdc hcdc-kill "docker kill $primary" "docker start $primary && '$hcdc' wait --name $stack"
}

kill_patroni() {
  local primary
  primary=$("${patroni[@]}" ps -q "$("$peer/wait-until-whole")")
  break_and_write patroni-kill \
    'jdbc:postgresql://127.0.0.1:27451,127.0.0.1:27452,127.0.0.1:27453/postgres?user=postgres&targetServerType=primary' \
    "$PATRONI_SECRETS.postgres" "docker kill $primary" "docker start $primary && '$peer/wait-until-whole'"
}
