{
  "defaultAction": "SCMP_ACT_ALLOW",
  "syscalls": [
    {
      "names": [
        "mount", "umount", "umount2", "pivot_root", "chroot", "swapon", "swapoff", "quotactl", "quotactl_fd",
        "open_tree", "move_mount", "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr"
      ],
      "action": "SCMP_ACT_ERRNO"
    },
    {
      "names": ["setns", "unshare", "clone3"],
      "action": "SCMP_ACT_ERRNO",
      "errnoRet": 38
    },
    {
      "names": [
        "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "pidfd_getfd",
        "init_module", "finit_module", "delete_module", "create_module", "get_kernel_syms", "query_module",
        "kexec_load", "kexec_file_load", "reboot", "bpf", "perf_event_open", "userfaultfd", "lookup_dcookie",
        "add_key", "request_key", "keyctl", "syslog", "acct", "vhangup", "nfsservctl", "_sysctl", "sysfs", "uselib",
        "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "stime",
        "iopl", "ioperm", "vm86", "vm86old", "modify_ldt", "personality",
        "mbind", "set_mempolicy", "migrate_pages", "move_pages",
        "io_uring_setup", "io_uring_enter", "io_uring_register",
        "fanotify_init", "sethostname", "setdomainname"
      ],
      "action": "SCMP_ACT_ERRNO"
    }
  ]
}
