# The demo application ${node} of stack ${stack}: something real to answer behind the balancer.

global
    log stdout format raw local0
    user haproxy
    group haproxy
    maxconn 1000
    hard-stop-after 500ms

defaults
    mode http
    log global
    option httplog
    option dontlog-normal
    timeout http-request 10s
    timeout http-keep-alive 10s
    timeout connect 1s
    timeout client 30s
    timeout server 30s

frontend demo
    bind :8080
    http-request return status 200 content-type "text/plain" lf-string "ok %[hostname]\n" if { path /health }
    http-request return status 200 content-type "text/plain; charset=utf-8" hdr Cache-Control no-store lf-string "This is ${node} of stack ${stack}.\nYou asked %[req.hdr(x-forwarded-proto)]://%[req.hdr(host)]%[path] from %[req.hdr(x-forwarded-for)].\n"
