# shellcheck shell=bash
# Where the throughput goes between a backend and a client of HTTPS: TLS, proxying, threads, or the backend's own cheapness.
# Two HAProxys of the stack's image, on its network, differ in one thing each. Sourced by scripts/bench.
# shellcheck disable=SC2154 # hcdc, n, offset, results and stack are its

bench_https() {
  local i name
  command -v wrk >/dev/null || fail 'wrk is missing (apt-get install wrk)'
  init_pair
  shared=$("$hcdc" info --name "$stack" --output json | sed -n 's|.*"https://\([0-9.]*\):8443/".*|\1|p')
  # HAProxy answers by itself with what fits into a buffer, which has 16 KiB.
  head -c 8192 /dev/zero | tr '\0' x >"$results/page"
  reference one 1 127.0.0.1
  reference two 2 "$(address "$(container one)")"
  local -A urls=(
    [straight]="http://$(address "$(container demo1)"):8080/"
    [owner]="https://$shared:8443/"
    [plain]="http://$(address "$(container two)"):8081/"
    [tls-1]="https://$(address "$(container one)"):8444/"
    [tls-2]="https://$(address "$(container two)"):8444/"
    [memory]="https://$(address "$(container two)"):8445/"
    [page]="http://$(address "$(container one)"):8082/"
    [page-tls]="https://$(address "$(container two)"):8446/"
  )
  for ((i = 1; i <= n; i++)); do
    for name in straight owner plain tls-1 tls-2 memory page page-tls; do
      load_with "https-$name" "${urls[$name]}"
    done
  done
  https_row straight 'HTTP straight to the backend'
  https_row owner 'HTTPS through the owner of the address'
  https_row plain 'HTTP through a HAProxy, no TLS'
  https_row tls-1 'HTTPS through a HAProxy with one thread'
  https_row tls-2 'HTTPS through a HAProxy with two threads'
  https_row memory 'HTTPS to a HAProxy that answers by itself, no backend'
  https_row page 'HTTP straight to a backend with 8 KiB a page'
  https_row page-tls 'HTTPS through a HAProxy to that one' page
  run docker rm -f "$(container one)" "$(container two)"
  run "$hcdc" down --volumes --name "$stack"
}

https_row() { # series, name, what it is compared with
  row "$2, requests/s" "https-$1"
  row '  p99 in ms' "https-$1-p99"
  [[ $1 == "${3:-straight}" ]] || ratio '  of what is straight, pair by pair' "https-$1" "https-${3:-straight}"
}

reference() { # name, threads, where its pages are
  cat >"$results/$1.cfg" <<CFG
global
    maxconn 1000
    nbthread $2
    ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
defaults
    mode http
    option forwardfor
    timeout connect 1s
    timeout client 30s
    timeout server 30s
frontend plain
    bind :8081
    default_backend demo
frontend tls
    bind :8444 ssl crt /bench/hipc.pem alpn h2,http/1.1
    default_backend demo
frontend memory
    bind :8445 ssl crt /bench/hipc.pem alpn h2,http/1.1
    http-request return status 200 content-type text/plain string ok
frontend page
    bind :8082
    http-request return status 200 content-type text/plain file /bench/page
frontend page-tls
    bind :8446 ssl crt /bench/hipc.pem alpn h2,http/1.1
    default_backend page
backend demo
    server demo1 $(address "$(container demo1)"):8080
backend page
    server one $3:8082
CFG
  # The label is for nuke, should this end early.
  run docker run --detach --name "$(container "$1")" --label "io.hcdc.stack=$stack" --network "$stack" --user root \
    --volume "$results/$1.cfg:/bench/haproxy.cfg:ro" --volume "$results/page:/bench/page:ro" \
    --volume "$HCDC_HOME/$stack/trust/hipc.pem:/bench/hipc.pem:ro" --entrypoint haproxy \
    "$(docker inspect --format '{{.Config.Image}}' "$(container haproxy1)")" -W -db -f /bench/haproxy.cfg
}
