# shellcheck shell=bash
# How well the load keeps its schedule of 5,000 writes a second, and in how much memory. Sourced by scripts/bench.
# shellcheck disable=SC2154 # n, results and root are its

bench_load() {
  local kind i
  build_load
  for kind in nothing answer stall; do
    for ((i = 1; i <= n; i++)); do
      slip "$kind" 60
    done
    row "5,000/s to one that does '$kind', p99 of the slip, ms" "slip-$kind-p99"
    row '  what the machine adds for a thread that only sleeps, ms' "slip-$kind-machine"
    row '  most heap in use, MiB' "slip-$kind-heap"
    row '  processor time, of one core' "slip-$kind-cores"
  done
  echo "ten minutes, load $(cut -d' ' -f1-3 /proc/loadavg)"
  slip stall 600
  cat "$results/slip"
}

build_load() {
  local lib=$root/cli/target/hcdc
  run "$hcdc" --help
  load_path="$results/load:$lib/hcdc.jar:$lib/lib/*"
  run javac -cp "$load_path" -d "$results/load" "$root"/bench/load/*.java
}

# With the launcher's settings of the JVM, and a heap that cannot hide a leak.
slip() { # kind, seconds
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -cp "$load_path" \
    Slip "$1" 5000 "$2" "$results/history" >"$results/slip" 2>>"$results/log" || fail "no result of '$1'"
  note "slip-$1-p99" "$(awk '/^all/ { print $9 }' "$results/slip")"
  note "slip-$1-machine" "$(awk '/^all/ { print $14 }' "$results/slip")"
  note "slip-$1-heap" "$(awk '/MiB/ { print $(NF - 3) }' "$results/slip" | sort -n | tail -1)"
  note "slip-$1-cores" "$(awk '/processor/ { print $3 }' "$results/slip")"
}
