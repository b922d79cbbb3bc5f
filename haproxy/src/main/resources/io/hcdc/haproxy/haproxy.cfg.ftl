# HAProxy node ${node} of stack ${stack}. Written anew by every hcdc run: change the stack's settings instead.

global
    log stdout format raw local0
    # Root only until the certificate is read.
    user haproxy
    group haproxy
    maxconn ${config.maxconn}
    # A reload hands the listening sockets over, so that no connection is refused meanwhile.
    stats socket /run/haproxy.sock mode 600 level admin expose-fd listeners
    # What is connected when this is reloaded goes on as it was, but not for ever. A planned stop does not wait for it: the
    # container's stop grace ends that.
    hard-stop-after ${config.hardStopAfter}ms

    ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
    ssl-default-bind-ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
    ssl-default-bind-ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256

<#if peer?has_content>
# keepalived, which gives this node ${address["haproxy"]} while HAProxy is well; it stays through a reload.
program keep-address
    command /usr/local/bin/keep-address ${address[node]} ${address["haproxy"]} ${address[peer]}
    no option start-on-reload

</#if>
defaults
    mode http
    log global
    option httplog
    option dontlog-normal
    timeout http-request 10s
    timeout http-keep-alive 10s
    timeout queue 10s
    timeout connect ${config.timeoutConnect}ms
    timeout client ${config.timeoutClient}ms
    timeout server ${config.timeoutServer}ms
    timeout tunnel 1h

frontend https
    # A reload must not close a kept connection under a client that is about to ask: it is closed after its next answer.
    option idle-close-on-response
    bind :8443 ssl crt /etc/haproxy/hipc.pem alpn h2,http/1.1
    option forwardfor
    http-request set-header X-Forwarded-Proto https
    # Who asks which node answers is told: drills have to know.
    http-request set-var(txn.asks) req.hdr(X-Balancer)
    http-after-response set-header X-Balancer ${node} if { var(txn.asks) -m found }
    default_backend application

backend application
    balance roundrobin
    cookie SERVERID insert indirect nocache httponly secure
    # A frozen node still completes TCP handshakes: only an answer to a request, in time, proves that it lives.
    option httpchk
    http-check send meth GET uri "${config.checkPath}" ver HTTP/1.1 hdr Host ${node} hdr User-Agent hcdc-check
    timeout check ${config.timeoutCheck}ms
    # A request that got no answer goes to another node, unless it may have changed something.
    retries ${config.retries}
    option redispatch 1
    retry-on conn-failure empty-response response-timeout
    http-request disable-l7-retry unless METH_GET
    default-server check inter ${config.inter}ms fastinter ${config.fastinter}ms fall ${config.fall} rise ${config.rise} observe layer4 error-limit 1 on-error mark-down on-marked-down shutdown-sessions
<#if names>
    # An address that has no answer yet must not keep the balancer from starting; it is asked for again.
    default-server init-addr last,libc,none resolvers stack
</#if>
<#list config.nodes as name, server>
    server ${name} ${server} cookie ${name}<#if config.drained?seq_contains(name)> weight 0</#if>
</#list>
<#list demos as demo>
    server ${demo} ${address[demo]}:8080 cookie ${demo}
</#list>

<#list fronts as front>
<#assign fronted = endpoint[front.endpoint]>
# One address for ${front.endpoint}, whoever serves it.
listen ${front.endpoint}
    mode tcp
    option tcplog
    bind :${front.port.container}
    # Who holds a connection may be silent for hours; one whose host is gone is found by keep-alive.
    timeout tunnel 24h
    timeout connect ${config.frontTimeoutCheck}ms
    option clitcpka
    clitcpka-idle 10s
    clitcpka-intvl 5s
    clitcpka-cnt 3
    option srvtcpka
    srvtcpka-idle 10s
    srvtcpka-intvl 5s
    srvtcpka-cnt 3
<#if fronted.scheme == "redis">
    # Only a master passes the check, so there is nothing to choose from.
    balance first
<#if fronted.servers?size gt 1>
    # Two that pass at once are not told apart: rather no new connection than one to a master that is being replaced.
    # Before its first check a server counts as up, so nobody gets through by that either.
    tcp-request connection reject if { nbsrv(${front.endpoint}) gt 1 }
</#if>
<#else>
    # All sessions at one server, and at the one they went to when that failed: servers that disagree, as two Pgpools
    # may about who is primary, must not both be believed.
    balance first
    stick-table type integer size 1k
    stick on int(1)
</#if>
    # A connection that fails goes to another server at once.
    retries 2
    option redispatch 1
    timeout check ${config.frontTimeoutCheck}ms
    option tcp-check
<#if fronted.scheme == "postgresql">
    # "Do you speak TLS?", the one question of the protocol that costs a Pgpool next to nothing, answered by no (N) or yes
    # (S). A server that is merely full (E, 53300) works, too; a Pgpool without a backend does not, and a frozen one does
    # not answer at all. Left politely, as a reset would be logged there.
    tcp-check connect linger
    tcp-check send-binary 0000000804d2162f
    tcp-check expect rbinary ^(4E|53|45.*43353333303000)
<#elseif fronted.scheme == "redis">
<#if fronted.servers?size gt 1>
    # A master that a replica has acknowledged within the last seconds. "master" alone is also said by one that was
    # replaced and does not know it yet; its replicas have left, even if it has not noticed that either.
<#else>
    # A master; it is alone, so no replica is asked for.
</#if>
    # QUIT ends the answer: without it a wrong one would be waited for until the check's time is over.
    tcp-check connect
    tcp-check send "AUTH ${fronted.password}\r\nINFO replication\r\nQUIT\r\n"
<#if fronted.servers?size gt 1>
    tcp-check expect rstring '(?s)role:master.*,state=online,offset=[0-9]+,lag=[0-2]\r'
<#else>
    tcp-check expect string role:master
</#if>
<#else>
    # Nothing more is known of "${fronted.scheme}" than that it is TCP: a frozen server passes.
    tcp-check connect
</#if>
    default-server check inter ${config.frontInter}ms fastinter 20ms fall 2 rise 1 observe layer4 error-limit 1 on-error fail-check on-marked-down shutdown-sessions
<#list fronted.servers as server>
    server ${server.node} ${server.address}:${server.port}
</#list>

</#list>
frontend stats
    bind :1936
<#if peer?has_content>
    # What keepalived says this node is, and whether it ranks below one that waits.
    http-request return status 200 content-type "text/plain" lf-string "${node} %[str(owner),map(/run/keepalived/node.map)]\n" if { path /owner }
    http-request return status 200 content-type "text/plain" lf-string "${node} %[str(rank),map(/run/keepalived/node.map)]\n" if { path /rank }
</#if>
    stats enable
    stats uri /
    stats refresh 5s
    stats auth hcdc:${secret["haproxy-stats-password"]}
    stats show-node ${node}
    # Says which configuration runs, to those who may log in: a file that HAProxy refuses leaves the former one at work.
    http-after-response set-header X-Configuration "${version}" if { status 200 }
<#if names>

resolvers stack
    parse-resolv-conf
    hold valid 5s
</#if>
