# shellcheck shell=bash
# How exactly a delay is as long as told, and whether a busy node's packets get lost. Sourced by scripts/bench.
# shellcheck disable=SC2154 # hcdc, offset, stack and HCDC_HOME are its

bench_delay() {
  local ms
  run "$hcdc" init e2e/src/test/resources/redis-sentinel.yaml --name "$stack" --port-offset "$offset"
  watcher=$stack-watcher
  docker rm --force "$watcher" >/dev/null 2>&1 || true
  # In the node's network namespace are the counters of its connections; the pings come from another node's.
  run docker run --detach --name "$watcher" --label "io.hcdc.stack=$stack" --network "container:$stack-rds2" \
    --cap-drop ALL --cap-add NET_RAW "$(docker images hcdc/faults --format '{{.Repository}}:{{.Tag}}' | head -n 1)"
  pings undelayed 0
  # From 100 on ping tells no tenths.
  for ms in 20 90; do delayed "$ms"; done
  run docker rm --force "$watcher"
  run "$hcdc" down --volumes --name "$stack"
}

# While it lasts, which is ten seconds at least.
delayed() { # milliseconds
  "$hcdc" failover-test rds1 --fault "delay:$1ms" --write-timeout 2s --name "$stack" >>"$results/log" 2>&1 &
  until ping_rds1 1 1 | awk -v told="$1" '$1 >= told { late = 1 } END { exit !late }'; do
    kill -0 $! 2>/dev/null || fail "delay:$1ms ended"
  done
  pings "delay:$1ms" "$1"
  requests "$1"
  wait $! || fail "delay:$1ms"
}

pings() { # name, milliseconds: what is above them
  ping_rds1 100 0.02 | awk -v told="$2" '{ print $1 - told }' >"$results/$1-over"
  row "$1: a ping takes longer than told by, ms" "$1-over"
}

ping_rds1() { # count, interval: the times in milliseconds
  docker exec "$watcher" ping -n -c "$1" -i "$2" -W 2 rds1 | sed -n 's/.*time=\([0-9.]*\) ms/\1/p'
}

requests() { # milliseconds
  local again
  again=$(retransmitted)
  docker exec "$stack-rds2" redis-benchmark -h rds1 -p $((6379 + offset)) \
    -a "$(<"$HCDC_HOME/$stack/secrets/redis-password")" -n 20000 -c $((8 * $1)) -t ping_mbulk --csv >"$results/requests" 2>>"$results/log"
  awk -F'"' -v name="delay:$1ms: requests a second" '/PING/ { printf "%-56s %d\n", name, $4 }' "$results/requests"
  echo "  packets its server had to send again: $(($(retransmitted) - again))"
}

retransmitted() { # by rds1
  docker exec "$stack-rds1" awk '$1 == "Tcp:" && $13 + 0 == $13 { print $13 }' /proc/net/snmp
}
