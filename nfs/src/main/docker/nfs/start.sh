#!/bin/bash
# Serves /export: "standalone" at once, "pair" while this node holds the lock on the state that it shares with the other.
# The kernel drops a lock with its holder, so the other one has it the moment this one dies, and there are never two.
# Whoever holds it owns the pair's address, too.
set -u

readonly here=/usr/local/lib/hcdc
# Without its own -p it wants a folder that only its init script would make.
readonly ganesha=(/usr/bin/ganesha.nfsd -F -L STDOUT -p /run/ganesha.pid -f /etc/ganesha/ganesha.conf)

log() {
    printf '%(%F %T)T %s\n' -1 "$*"
}

if ! why=$(perl "$here/handles.pl" /export 2>&1); then
    log "/export is on $(stat -f -c %T /export), whose files cannot be addressed by handle ($why):" \
        'the volume has to be on a local file system like ext4, xfs or btrfs' >&2
    exit 1
fi
[[ $1 == pair ]] || exec "${ganesha[@]}"

# This node's and the pair's.
read -r own virtual < /etc/hcdc/addresses
server='' answering='' waiting='' announcing=''
exec {lock}> /state/.lock
# Reading from here is sleeping without a process for it.
exec {nothing}<> <(:)

# Whether this node is in the stack's network. A network it left and joined again has another interface, so not by that.
connected() {
    local table
    mapfile table < /proc/net/fib_trie
    [[ ${table[*]} =~ \|--\ ${own//./\\.}[[:space:]]+/32\ host\ LOCAL ]]
}

await_lock() {
    perl "$here/standby.pl" {lock}>&- &
    answering=$!
    flock "$lock" &
    waiting=$!
    wait "$waiting"
    waiting=''
    discard "$answering"
    answering=''
}

# Ends helpers of this script at once, without bash's reports of their deaths.
discard() {
    {
        kill -KILL "$@"
        wait "$@"
    } 2> /dev/null
}

# Tells who remembers the old owner of the address, and again every second, for who has missed it.
announce() {
    local interface
    interface=$(ip -o -4 address show to "$own" | awk '{ print $2 }')
    ip address add "$virtual/32" dev "$interface"
    exec arping -q -U -I "$interface" "$virtual" 2> /dev/null
}

serve() {
    # The server keeps the lock open: should it outlive this script, it also keeps the lock.
    "${ganesha[@]}" &
    server=$!
    announce {lock}>&- > /dev/null &
    announcing=$!
    while connected; do
        if ! kill -0 "$server" 2> /dev/null; then
            wait "$server"
            local status=$?
            log "the server has ended with $status" >&2
            exit $((status == 0 ? 1 : status))
        fi
        read -rt 0.1 -u "$nothing"
    done
}

# Without an orderly end, which would take half a second: what it must remember is in /state already.
give_up() {
    discard "$server" "$announcing"
    server='' announcing=''
    flock -u "$lock"
}

end() {
    trap '' TERM INT
    [[ -z $answering ]] || kill -KILL "$answering"
    [[ -z $waiting ]] || kill -KILL "$waiting"
    if [[ -n $server ]]; then
        kill -TERM "$server"
        wait "$server"
    fi
    exit 0
}
trap end TERM INT

while :; do
    until connected; do read -rt 0.1 -u "$nothing"; done
    log 'waits for the lock'
    await_lock
    connected || { flock -u "$lock"; continue; }
    log 'has the lock, serves'
    serve
    log 'is cut off from the network: leaves the lock to the other one'
    give_up
done
