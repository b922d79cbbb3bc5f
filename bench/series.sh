# shellcheck shell=bash
# Series of figures, one file each in $results, and how they are printed. To be sourced.
# shellcheck disable=SC2154 # hcdc and results are the sourcing script's

note() { # series, figures
  printf '%s\n' "${@:2}" >>"$results/$1"
}

timed() { # series, command: its wall time
  local began=$EPOCHREALTIME
  run "${@:2}"
  note "$1" "$(since "$began")"
}

run() { # command, whose output is only of interest where it fails
  "$@" >>"$results/log" 2>&1 || fail "failed: $*"
}

fail() { # what went wrong
  tail -n 20 "$results/log" >&2
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 1
}

since() { # an earlier $EPOCHREALTIME
  awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", b - a }'
}

paired() { # round, command A, command B: in turn A B and B A
  if (($1 % 2)); then "$2"; "$3"; else "$3"; "$2"; fi
}

row() { # name, series; what is negative never happened
  [[ -s $results/$2 ]] || return 0
  sort -n "$results/$2" | awk -v name="$1" '$1 < 0 { never++; next } { v[++n] = $1 } END {
    m = n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
    printf "%-56s n=%-3d ", name, n
    if (n) printf "median %6.3f  min %6.3f  max %6.3f", m, v[1], v[n]
    print never ? "  never: " never : "" }'
}

ratio() { # name, series A, series B: pair by pair
  paste "$results/$2" "$results/$3" | awk '{ print $1 / $2 }' >"$results/$2-ratio"
  row "$1" "$2-ratio"
}

total() { # name, series
  awk -v name="$1" '{ sum += $1 } END { printf "%-56s n=%-3d sum %9d\n", name, NR, sum }' "$results/$2"
}
