#!/bin/bash
# Starts a Redis ("redis") or a Sentinel ("sentinel") and becomes it, so that the server is PID 1 and gets SIGTERM itself.
#
# What the server runs with is the rendered file plus what it has to remember across a restart, and nothing else:
#   redis     whom it follows. Asked of the sentinels first: a node that was down may have been replaced as master.
#   sentinel  its epochs and the master it knew.
# Both servers rewrite their file in /data when a fail-over changes them; that is where the memory is read from.
set -u
umask 077

kind=$1
set_name=rdsmaster

if ((EUID == 0)); then
    # The rendered files are readable by root only: open them as root, read them as the server's user.
    exec 3< "/etc/hcdc/$kind.conf" 4< /etc/hcdc/peers
    # A clock of its own (libfaketime) leaves what another user cannot open, and would end whoever looks for it.
    unset FAKETIME_SHARED
    exec setpriv --reuid redis --regid redis --init-groups bash "$0" "$@"
fi

memory=/data/$kind.conf
rendered=$(cat <&3)
declare -A nodes=() sentinels=()
password='' ping_period=1000
while read -r what name port; do
    case $what in
        node) nodes[$name]=$port ;;
        sentinel) sentinels[$name]=$port ;;
        password) password=$name ;;
        ping-period) ping_period=$name ;;
    esac
done <&4
exec 3<&- 4<&-
majority=$((${#sentinels[@]} / 2 + 1))

log() { echo "start: $*"; }
now() { echo $((${EPOCHREALTIME/./} / 1000)); }

# Whether every named node accepts connections. A node that is not up answers nothing at all, hence the limit.
listening() {
    local name pids=() pid all=0
    for name in "$@"; do
        timeout 0.2 bash -c "exec 3<> /dev/tcp/$name/${nodes[$name]}" 2> /dev/null &
        pids+=($!)
    done
    for pid in "${pids[@]}"; do wait "$pid" || all=1; done
    return $all
}

# "epoch master verdict" for each sentinel that answers. All are asked at once: one that is gone must not hold up the rest.
# The verdict on the master: "fine" while it answers or could still be seen to answer again in time, else "doomed". A
# sentinel that lost its connection tries again once a second, so a master that starts later than about a second before
# down-after is up is replaced although it is back, and what it accepts meanwhile is lost.
ask_sentinels() {
    local name
    for name in "${!sentinels[@]}"; do
        REDISCLI_AUTH=$password timeout 0.4 \
            redis-cli -h "$name" -p "${sentinels[$name]}" --raw SENTINEL MASTER "$set_name" 2> /dev/null |
            awk 'NR % 2 { key = $0; next } { value[key] = $0 }
                 END {
                     if (!("config-epoch" in value)) exit
                     silent = value["last-ping-sent"]
                     doomed = value["flags"] ~ /o_down|failover_in_progress/ ||
                         silent > 0 && silent > value["down-after-milliseconds"] - 1300
                     print value["config-epoch"], value["ip"], doomed ? "doomed" : "fine"
                 }' &
    done
    wait
}

# ---- redis ----------------------------------------------------------------------------------------------------------

follows() { awk '$1 == "replicaof" { print $2; exit }'; }

# "epoch master" of the newest epoch. While a fail-over ends, the sentinel that conducts it still names the old master under
# the new epoch: then the majority counts, and in a draw whoever is not this node.
elect() {
    awk -v self="$HOSTNAME" '
        $1 + 0 > epoch { epoch = $1 + 0; split("", votes) }
        $1 + 0 == epoch { votes[$2] += $2 == self ? 0.9 : 1 }
        END { for (name in votes) if (votes[name] > votes[best]) best = name; print epoch + 0, best }'
}

# Who leads: by the sentinels' newest epoch if there was a fail-over ever, else as remembered, else as rendered.
find_leader() {
    local self=$HOSTNAME initial remembered='' answers='' epoch=0 leader='' patience=0 started
    initial=$(follows <<< "$rendered")
    if [[ -s $memory ]]; then
        remembered=$(follows < "$memory")
        remembered=${remembered:-$self}
        # When the whole stack starts at once the sentinels may be up a little later than this node.
        patience=2000
    fi
    if ((${#sentinels[@]} > 0)); then
        started=$(now)
        while :; do
            answers=$(ask_sentinels)
            read -r epoch leader <<< "$(elect <<< "$answers")"
            if [[ -n $answers ]] && (($(wc -l <<< "$answers") >= majority)); then
                [[ $leader == "$self" && $answers == *doomed* ]] || break
                # They are about to replace this very node: it must not lead again before they have decided.
                patience=4000
            fi
            (($(now) - started >= patience)) && break
            sleep 0.05
        done
    fi
    # Epoch 0 is what a sentinel without a memory says; it only repeats the rendered master.
    if [[ -n $leader && ${epoch:-0} -gt 0 && -n ${nodes[$leader]:-} ]]; then
        log "sentinels name $leader (epoch $epoch)" >&2
        echo "$leader"
    elif [[ -n $remembered && -n ${nodes[$remembered]:-} ]]; then
        log "remembered master $remembered" >&2
        echo "$remembered"
    else
        log "initial master ${initial:-$self}" >&2
        echo "${initial:-$self}"
    fi
}

start_redis() {
    local leader started
    leader=$(find_leader)
    {
        grep -v '^replicaof ' <<< "$rendered"
        [[ $leader == "$HOSTNAME" ]] || echo "replicaof $leader ${nodes[$leader]}"
    } > "$memory.new"
    mv "$memory.new" "$memory"
    if [[ $leader != "$HOSTNAME" ]]; then
        # A replica whose first attempt fails tries again only a second later.
        started=$(now)
        until listening "$leader" || (($(now) - started >= 1000)); do sleep 0.05; done
    fi
    exec redis-server "$memory"
}

# ---- sentinel -------------------------------------------------------------------------------------------------------

# The data node that leads by its own words, if exactly one does and the others follow it.
ask_nodes() {
    local name password masters
    password=$(awk '$2 == "auth-pass" { print $4; exit }' <<< "$rendered")
    masters=$(
        for name in "${!nodes[@]}"; do
            REDISCLI_AUTH=$password timeout 0.4 redis-cli -h "$name" -p "${nodes[$name]}" --raw ROLE 2> /dev/null |
                awk -v self="$name" 'NR == 1 { master = $0 == "master" } NR == 2 { print master ? self : $0 }' &
        done
        wait
    )
    (($(sort -u <<< "$masters" | wc -l) == 1)) && head -n 1 <<< "$masters"
}

# The rendered file with the remembered epochs and master. A sentinel without a memory goes by what the data nodes say:
# they may have one, and the rendered master may be their replica by now. $1: a down-after in milliseconds to use instead.
sentinel_config() {
    local leader=''
    [[ -s $memory ]] || leader=$(ask_nodes)
    awk -v set="$set_name" -v patience="${1:-}" -v master="$leader" '
        FNR == 1 { file++ }
        file == 1 && $1 == "node" { port[$2] = $3; next }
        file == 2 && $1 == "sentinel" && $2 == "monitor" { master = $4 }
        file == 2 && $1 == "sentinel" && $2 ~ /^(current|config|leader)-epoch$/ { memory = memory $0 "\n" }
        file < 3 { next }
        $1 == "sentinel" && $2 == "monitor" {
            initial = $4
            if (!(master in port)) master = initial
            $4 = master
            $5 = port[master]
        }
        $1 == "sentinel" && $2 == "known-replica" && $4 == master { $4 = initial; $5 = port[initial] }
        $1 == "sentinel" && $2 == "down-after-milliseconds" && patience { $4 = patience }
        { print }
        END { printf "%s", memory }' \
        <(for name in "${!nodes[@]}"; do echo "node $name ${nodes[$name]}"; done) \
        <(if [[ -s $memory ]]; then cat "$memory"; else echo; fi) \
        - <<< "$rendered" > "$memory.new"
    mv "$memory.new" "$memory"
}

# A sentinel whose first attempt to connect fails tries again only a second later, and by then may have declared down
# what was just starting. So it waits for the data nodes; and because these wait for what it remembers of the last
# fail-over, it answers meanwhile, with a down-after too long to act by.
await_nodes() {
    local started server=''
    listening "${!nodes[@]}" && return
    started=$(now)
    if [[ -s $memory ]]; then
        sentinel_config 60000
        redis-server "$memory" --sentinel &
        server=$!
        trap 'kill "$server"; exit 0' TERM INT
    else
        trap 'exit 0' TERM INT
    fi
    until listening "${!nodes[@]}" || (($(now) - started >= 3000)); do sleep 0.05; done
    if [[ -n $server ]]; then
        kill "$server"
        wait "$server"
    fi
    trap - TERM INT
}

# A sentinel that is cut off from a node tries again once per ping period. With Redis' own second, one that has not
# reached a new master yet finds it down within a shorter down-after, and replaces it needlessly: what that one has
# accepted is lost. The period is no directive, only a running sentinel can be told (SENTINEL DEBUG). That the sentinel
# then reports a child it does not know is this one's end.
set_ping_period() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        [[ $(REDISCLI_AUTH=$password timeout 1 redis-cli -p "${sentinels[$HOSTNAME]}" --raw \
            SENTINEL DEBUG ping-period "$ping_period" 2> /dev/null) == OK ]] && return
        sleep 0.05
    done
    log "the ping period stays at Redis' own second" >&2
}

start_sentinel() {
    await_nodes
    sentinel_config
    set_ping_period &
    exec redis-server "$memory" --sentinel
}

if [[ ! -w /data ]]; then
    log "/data does not belong to the user redis ($(id -u)), who keeps the data there" >&2
    exit 1
fi
"start_$kind"
