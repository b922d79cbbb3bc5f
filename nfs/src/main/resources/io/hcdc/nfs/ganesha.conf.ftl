# NFSv4 export of node ${node} of stack ${stack}. Written anew by every hcdc run: change the stack's settings instead.

NFS_CORE_PARAM {
    NFS_Port = 2049;
    Bind_addr = 0.0.0.0;
    Protocols = 4;                  # version 4 needs neither portmapper nor the side protocols of version 3
    Enable_NLM = false;
    Enable_RQUOTA = false;
    Enable_UDP = false;
    mount_path_pseudo = true;
}

NFSV4 {
    Minor_Versions = 0, 1, 2;
    Lease_Lifetime = ${config.leaseLifetime};             # seconds a silent client keeps its opens and locks
    Grace_Period = ${config.gracePeriod};               # seconds after a start in which only old state may be reclaimed
    Graceless = false;
    RecoveryBackend = fs;
    RecoveryRoot = /state;
    Delegations = false;
<#if paired>
    Server_Scope = "${stack}";      # both nodes are one server to a client: what one has granted, the other takes back
</#if>
    Only_Numeric_Owners = true;     # there is no user database to map names with
}

# The same as an exports(5) line: *(rw,sync,all_squash,anonuid=0,anongid=0,insecure,fsid=0,no_subtree_check)
EXPORT {
    Export_Id = 1;                  # part of every file handle: another number makes clients' handles stale
    Path = /export;
    Pseudo = /;
    Filesystem_Id = 100.1;
    Protocols = 4;
    Transports = TCP;
    Access_Type = RW;
    Squash = All_Squash;
    Anonymous_Uid = 0;
    Anonymous_Gid = 0;
    PrivilegedPort = false;
    SecType = sys;
    Disable_ACL = true;
    MaxRead = 524288;
    MaxWrite = 524288;
    PrefRead = 524288;
    PrefWrite = 524288;

    FSAL { Name = VFS; }
}

# Nobody here has tickets, a message bus or a portmapper: without this the log begins with alarms about all three.
NFS_KRB5 {
    Active_krb5 = false;
}

LOG {
    Default_Log_Level = EVENT;

    Components {
        DBUS = FATAL;
        TIRPC = FATAL;
        DISP = FATAL;
        NFS_CB = FATAL;
    }
}
