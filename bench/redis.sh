# shellcheck shell=bash
# What the loss of the Redis master costs. Sourced by scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, offset and stack are its

bench_drill() {
  local ms
  for ms in 1000 500; do
    run "$hcdc" init --name "$stack" --port-offset "$offset" --set redis.down-after-milliseconds=$ms
    echo "kill of the Redis master at down-after $ms ms"
    "$hcdc" failover-test rdsmaster --name "$stack" --rounds "$n" 2>/dev/null | sed -n '/^all rounds/,/lost/p'
    ((ms > 500)) || bench_front
    run "$hcdc" down --volumes --name "$stack"
  done
}

# For an application that knows one address and connects anew for every write.
bench_front() {
  drill front rdsmaster kill "$n" --via front
  row 'the same through the front, outage' front-outage
  total '  acknowledged writes lost' front-lost
}
