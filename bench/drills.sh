# shellcheck shell=bash
# Figures of hcdc's own drills. To be sourced, after series.sh.
# shellcheck disable=SC2154 # hcdc, results and stack are the sourcing script's

# Notes, in seconds: outage, back (from the request to bring the node back until the role is redundant), and lost.
drill() { # name of the series, target, fault, rounds, more arguments
  local report=$results/$1.json status=0 folder
  "$hcdc" failover-test "$2" --fault "$3" --rounds "$4" "${@:5}" --name "$stack" --output json >"$report" 2>>"$results/log" || status=$?
  # A missed objective and an unknown verdict are results, too.
  [[ $status == [014] && -s $report ]] || fail "no report of the drill '$3 $2' (exit $status)"
  folder=$(figure folder "$report")
  note "$1-outage" "$(figure outageMs "$report" | in_seconds)"
  note "$1-lost" "$(figure lost "$report")"
  # shellcheck disable=SC2046 # one word for each round
  note "$1-back" $(back "$folder"/round-*.jsonl)
  ((status == 0)) || keep "$folder"
}

# What did not pass can be looked at when the stack is gone.
keep() { # a drill's folder
  kept=${kept:-$(mktemp -d "${TMPDIR:-/tmp}/${0##*/}-histories.XXXXXX")}
  cp -r "$1" "$kept"
  echo "  its histories are kept: $kept/${1##*/}"
}

figure() { # key, report: its value in each round
  sed -n "s/^ *\"$1\" : \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}$/\1/p" "$2"
}

in_seconds() { awk '{ print ($1 < 0 ? -1 : $1 / 1000) }'; }

back() { # histories
  awk '
    function at() { match($0, /"at":[0-9]+/); return substr($0, RSTART + 5, RLENGTH - 5) }
    function tell() { print whole ? (whole - asked) / 1e9 : -1; whole = 0 }
    FNR == 1 && NR > 1 { tell() }
    /"phase":"HEAL_REQUESTED"/ { asked = at() }
    /"type":"redundant"/ && /"missing":""/ { whole = at() }
    END { tell() }' "$@"
}
