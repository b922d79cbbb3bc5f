# shellcheck shell=bash
# One writer for hcdc's cluster and for its peer. Sourced by scripts/bench.
# shellcheck disable=SC2154 # root, results, stack and offset are its

build_writer() {
  # The driver is the one that hcdc ships, which its first start builds.
  driver=$(find "$root/cli/target/hcdc/lib" -name 'postgresql-*.jar')
  [[ -d $results/writer ]] || run javac -d "$results/writer" "$root"/bench/writer/*.java
}

# Notes, in seconds: outage, back (how long the way back took), and lost.
break_and_write() { # name of the series, URL, file of the password, command that breaks, command that brings back
  local outage back lost
  read -r outage back _ lost < <(PGPASSWORD=$(<"$3") java -cp "$results/writer:$driver" Writer "$2" "$4" "$5" 2>>"$results/log") ||
    fail "no result of '$4'"
  note "$1-outage" "$outage"
  note "$1-back" "$back"
  note "$1-lost" "$lost"
}

# The one address of hcdc's cluster.
break_and_write_hcdc() { # name of the series, command that breaks, command that brings back
  break_and_write "$1" "jdbc:postgresql://127.0.0.1:$((5433 + offset))/app?user=app" \
    "$HCDC_HOME/$stack/secrets/postgres-password" "$2" "$3"
}

whole() { # until every node is back where it belongs
  run "$hcdc" wait --name "$stack"
}

holder() { # role, as `hcdc status` calls it: the first node that has it
  "$hcdc" status --name "$stack" --output json 2>>"$results/log" |
    awk -F '"' -v role="$1" '$2 == "node" { node = $4 } $2 == "role" && $4 == role { print node; exit }'
}
