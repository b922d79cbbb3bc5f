# shellcheck shell=bash
# What the loss of the NFS server that serves costs: a client that reclaims what it had open, and a new one that must wait
# for a client which stays away. Sourced by scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, offset and stack are its

bench_nfs() {
  local setting fault
  for setting in 5/5 2/2 5/0; do
    init_nfs "$setting"
    for fault in kill stop isolate restart; do
      drill "nfs-${setting/\//-}-$fault" nfs "$fault" "$n"
      row "  outage of a $fault" "nfs-${setting/\//-}-$fault-outage"
      total "  acknowledged writes lost" "nfs-${setting/\//-}-$fault-lost"
    done
    newcomers "$setting"
    run "$hcdc" down --volumes --name "$stack"
  done
}

# Only that. The server looks every half a lease, in whole seconds, whether its grace is over: by default 6 s after its start.
bench_newcomer() {
  local setting
  for setting in 5/5 4/4 3/5; do
    init_nfs "$setting"
    newcomers "$setting"
    run "$hcdc" down --volumes --name "$stack"
  done
}

init_nfs() { # lease/grace
  command -v nfs-cp >/dev/null || fail 'nfs-cp is missing (apt-get install libnfs-utils)'
  run "$hcdc" init bench/nfs.yaml --name "$stack" --port-offset "$offset" \
    --set nfs.lease-lifetime="${1%/*}" --set nfs.grace-period="${1#*/}"
  echo "lease ${1%/*} s, grace ${1#*/} s"
}

newcomers() { # lease/grace
  local i
  for ((i = 1; i <= n; i++)); do newcomer "nfs-${1/\//-}-new" "$i" "$1"; done
  row '  until a new client may open a file' "nfs-${1/\//-}-new"
}

# A client opens a file and is never seen again; the server is killed; another client wants to write.
newcomer() { # series, a number, lease/grace
  local holder address began
  # A stack that is not ready for a moment is no reason to end.
  holder=$("$hcdc" status --name "$stack" | awk '$3 == "active" { print $1 }') || true
  address=$("$hcdc" info --name "$stack" --output json | sed -n 's|.*"nfs://\([0-9.]*\):2049/".*|\1|p')
  run nfs-cp /etc/hostname "nfs://$address//away-$1-$2?version=4"
  run docker kill "$stack-$holder"
  began=$EPOCHREALTIME
  until timeout 1 nfs-cp /etc/hostname "nfs://$address//new-$1-$2-$EPOCHREALTIME?version=4" >>"$results/log" 2>&1; do
    sleep 0.05
  done
  note "$1" "$(since "$began")"
  run "$hcdc" init bench/nfs.yaml --name "$stack" --port-offset "$offset" \
    --set nfs.lease-lifetime="${3%/*}" --set nfs.grace-period="${3#*/}"
}
