# shellcheck shell=bash
# How long commands take, beside docker-compose on the same rendered file. Sourced by scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, offset and stack are its

compose=(docker-compose -f "$HCDC_HOME/$stack/docker-compose.yml")

bench_start() {
  local i
  run "$hcdc" init --name "$stack" --port-offset "$offset"
  run "$hcdc" status --name "$stack" # the archive of classes learns from this
  for ((i = 1; i <= 2 * n; i++)); do
    timed help "$hcdc" --help
    paired $i status_hcdc status_compose
  done
  run "$hcdc" down --volumes --name "$stack"
  row 'hcdc --help' help
  row 'hcdc status' status
  row 'docker-compose ps' ps
  ratio 'ratio status / ps, pair by pair' status ps
}
status_hcdc() { timed status "$hcdc" status --name "$stack"; }
status_compose() { timed ps "${compose[@]}" ps; }

bench_up() {
  local i
  run "$hcdc" render --name "$stack" --port-offset "$offset"
  for ((i = 1; i <= n; i++)); do
    paired $i up_hcdc up_compose
  done
  row 'hcdc init, until the topology is verified' init
  row 'docker-compose up -d, same wait' up
  ratio 'ratio init / up, pair by pair' init up
  row 'hcdc down' down
  row 'docker-compose down' compose-down
  ratio 'ratio down / down, pair by pair' down compose-down
}
up_hcdc() {
  timed init "$hcdc" init --name "$stack" --port-offset "$offset"
  timed down "$hcdc" down --name "$stack"
  remove_data
}
up_compose() {
  # The one that waits is started ahead, so that the peer does not pay for its start.
  "$hcdc" wait --name "$stack" 2>"$results/wait" >/dev/null &
  until grep -q wait "$results/wait"; do sleep 0.1; done
  timed up compose_up_and_wait $!
  timed compose-down "${compose[@]}" down
  remove_data
}
compose_up_and_wait() {
  "${compose[@]}" up -d
  wait "$1"
}
remove_data() { docker volume ls -q --filter "label=io.hcdc.stack=$stack" | xargs -r docker volume rm >/dev/null; }
