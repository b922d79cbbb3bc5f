# Moves ${address["haproxy"]} between the HAProxy nodes of stack ${stack}. Written anew by every hcdc run: change the
# stack's settings instead.

# $INTERFACE, which has another name after each return of the node to its network.
include /run/keepalived/interface.conf

global_defs {
    router_id ${node}
    vrrp_version 3
    script_user root
    enable_script_security
    # Real-time priority would need one more capability.
    max_auto_priority -1
    # Whoever was told a wrong owner, as by the kernel of a frozen node, is told the right one within a second.
    vrrp_garp_master_repeat 2
    vrrp_garp_master_delay 1
    vrrp_garp_master_refresh 1
    vrrp_garp_lower_prio_repeat 2
    vrrp_garp_lower_prio_delay 1
}

# What /usr/local/bin/keep-address adds to the priority, see there.
track_file priority {
    file /run/keepalived/priority
    weight 1
}

vrrp_instance address {
    state BACKUP
    nopreempt
    interface $INTERFACE
    virtual_router_id 51
    priority 100
    advert_int ${(config.advertInt / 1000)?string("0.0##")}
    unicast_src_ip ${address[node]}
    unicast_peer {
        ${address[peer]}
    }
    virtual_ipaddress {
        ${address["haproxy"]}/32
    }
    track_file {
        priority
    }
    notify /usr/local/bin/tell-owner
}
