# shellcheck shell=bash
# What the loss of the HAProxy that owns the address costs, a hung node behind it, a reload, and TLS itself. Sourced by
# scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, offset, results, root and stack are its

bench_haproxy() {
  command -v wrk >/dev/null || fail 'wrk is missing (apt-get install wrk)'
  run javac -d "$results/balancer" "$root"/bench/balancer/*.java
  init_pair
  shared=$("$hcdc" info --name "$stack" --output json | sed -n 's|.*"https://\([0-9.]*\):8443/".*|\1|p')
  echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
  haproxy_takeovers kill 'kill of the owner' 'docker kill' 'docker start'
  # Woken at once, its kernel still has the address; woken later it has not.
  haproxy_takeovers pause-short 'pause of the owner, woken at once' 'docker pause' 'docker unpause'
  haproxy_takeovers pause-long 'pause of the owner, woken 5 s later' 'docker pause' 'sleep 5; docker unpause'
  haproxy_hung_node
  haproxy_reloads
  haproxy_throughput
  echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
  run "$hcdc" down --volumes --name "$stack"
}

init_pair() {
  run "$hcdc" init "$root/bench/haproxy.yaml" --name "$stack" --port-offset "$offset"
}

haproxy_takeovers() { # series, name, command that breaks, command that brings back
  local i owner took moves failed
  for ((i = 1; i <= n; i++)); do
    owner=$(container "$(holder master)")
    read -r took moves failed < <(
      java -cp "$results/balancer" Takeover "$shared" "$3 $owner" "$4 $owner" 2>>"$results/log"
    ) || fail "no result of '$3'"
    note "haproxy-$1" "$took"
    note "haproxy-$1-moves" "$moves"
    note "haproxy-$1-failed" "$failed"
    whole
  done
  row "$2: the other answers" "haproxy-$1"
  total '  moves in the 5 s after its return' "haproxy-$1-moves"
  total '  questions without an answer meanwhile' "haproxy-$1-failed"
}

haproxy_hung_node() {
  local i
  for ((i = 1; i <= n; i++)); do
    requests_during haproxy-hung "docker pause $(container demo1) && until ! $(demo1_is_up); do sleep 0.01; done"
    run docker unpause "$(container demo1)"
    whole
  done
  row 'a hung node of the application, until it is out' haproxy-hung
  requests_row haproxy-hung
}

# A command that asks the owner's stats page.
demo1_is_up() {
  printf "curl -s -m 1 -u 'hcdc:%s' 'http://%s:1936/;csv' | grep -q '^application,demo1,.*,UP,'" \
    "$(<"$HCDC_HOME/$stack/secrets/haproxy-stats-password")" "$shared"
}

haproxy_reloads() {
  local i
  for ((i = 1; i <= n; i++)); do
    requests_during haproxy-reload "'$hcdc' init '$root/bench/haproxy.yaml' --name $stack --port-offset $offset \
      --set haproxy.inter=$((200 + i))"
  done
  row 'a changed setting, until both run with it' haproxy-reload
  requests_row haproxy-reload
}

# Notes how long the command took, in seconds, and what became of the requests meanwhile.
requests_during() { # series, command
  local took asked failed
  read -r took asked failed < <(
    java -cp "$results/balancer" Requests "$shared" "$HCDC_HOME/$stack/trust/ca.pem" "$2" 2>>"$results/log"
  ) || fail "no result of '$2'"
  note "$1" "$took"
  note "$1-asked" "$asked"
  note "$1-failed" "$failed"
}

requests_row() { # series
  total '  requests, 500 a second' "$1-asked"
  total '  of those failed' "$1-failed"
}

haproxy_throughput() {
  local i
  for ((i = 1; i <= n; i++)); do
    paired "$i" through_haproxy straight
  done
  row 'HTTPS through the owner, 16 connections, requests/s' through
  row '  p99 in ms' through-p99
  row 'HTTP straight to a node, 16 connections, requests/s' straight
  row '  p99 in ms' straight-p99
  ratio 'ratio straight / through, pair by pair' straight through
}
through_haproxy() { load_with through "https://$shared:8443/"; }
straight() { load_with straight "http://$(address "$(container demo1)"):8080/"; }

load_with() { # series, URL
  wrk -t 1 -c 16 -d 5s --latency "$2" >"$results/wrk" 2>&1 || { cat "$results/wrk" >>"$results/log"; fail "wrk $2"; }
  cat "$results/wrk" >>"$results/log"
  # Answers that are errors are quick, and no throughput.
  ! grep -E 'Non-2xx|Socket errors' "$results/wrk" || fail "not all of $2 was answered well"
  note "$1" "$(awk '/^Requests\/sec/ { print $2 }' "$results/wrk")"
  note "$1-p99" "$(awk '$1 == "99%" { print $2 ~ /us$/ ? $2 / 1000 : $2 ~ /ms$/ ? $2 + 0 : $2 * 1000 }' "$results/wrk")"
}
