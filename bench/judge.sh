# shellcheck shell=bash
# How long the judge takes for the history of a million writes, in a new JVM each time, with a quarter of a gigabyte. Sourced
# by scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, results and root are its

bench_judge() {
  local i java=(java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1) # as hcdc's launcher, but for the limit
  local history=$results/million.jsonl classes=$results/judge-classes:$root/cli/target/hcdc/hcdc.jar
  run "$hcdc" --help # builds the program where that is missing
  run javac -cp "$root/cli/target/hcdc/lib/*" -d "$results/judge-classes" "$root/bench/judge/Million.java"
  run java -cp "$classes" Million write "$history" 1000000
  for ((i = 1; i <= n; i++)); do
    note judge "$("${java[@]}" -cp "$classes" Million judge "$history" 2>>"$results/log" || fail 'no result of the judge')"
    timed judge-process "${java[@]}" -cp "$classes" Million judge "$history"
  done
  row 'judge a history of 1,000,000 writes, -Xmx256m' judge
  row '  the same with the start of the JVM' judge-process
}
