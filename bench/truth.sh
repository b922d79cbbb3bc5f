# shellcheck shell=bash
# Whether hcdc's outages are true: another process with a client and a clock of its own suffers the same drills. Sourced by
# scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, offset, results, root and stack are its

bench_truth() {
  local i fault
  run "$hcdc" init "$root/bench/redis.yaml" --name "$stack" --port-offset "$offset"
  build_observer
  for ((i = 1; i <= n; i++)); do
    for fault in kill pause; do
      observed "$fault"
    done
  done
  row 'outage, as hcdc says' truth-hcdc
  row '  as the observer says' truth-observer
  row '  difference' truth-difference
  awk '{ near += $1 <= 0.025 } END { printf "%-56s %d of %d\n", "  within 25 ms", near, NR }' "$results/truth-difference"
  run "$hcdc" down --volumes --name "$stack"
}

# The tests' own observer, and what compares; only the latter needs a library.
build_observer() {
  local sources=$root/e2e/src/test/java/io/hcdc/e2e
  observer_path="$results/observer:$root/cli/target/hcdc/lib/*"
  run javac -cp "$observer_path" -d "$results/observer" \
    "$sources"/harness/Resp.java "$sources"/truth/{RedisObserver,MasterFinder,Comparison}.java
}

observed() { # fault
  local ours theirs difference
  rm -f "$results/go-on"
  mkfifo "$results/go-on"
  REDIS_PASSWORD=$(<"$HCDC_HOME/$stack/secrets/redis-password") \
    SENTINEL_PASSWORD=$(<"$HCDC_HOME/$stack/secrets/sentinel-password") \
    java -cp "$observer_path" io.hcdc.e2e.truth.RedisObserver $((6379 + offset)) $((9000 + offset)) 200 200 \
    <"$results/go-on" >"$results/observer.lines" 2>>"$results/log" &
  exec 8>"$results/go-on" # until this is closed
  drill truth rdsmaster "$1" 1
  exec 8>&-
  wait $! || fail 'the observer failed'
  read -r ours theirs difference < <(
    java -cp "$observer_path" io.hcdc.e2e.truth.Comparison \
      "$(figure folder "$results/truth.json")/round-1.jsonl" "$results/observer.lines" 2>>"$results/log"
  ) || fail 'nothing to compare'
  note truth-hcdc "$ours"
  note truth-observer "$theirs"
  note truth-difference "$difference"
}
