-- One answer (see `choose`), how many milliseconds ago a Pgpool's guard last asked, and a dot: the answer is complete.
SELECT :'node', CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE 'primary' END,
       -- By its WAL files where nothing else tells: the control file of a standby names a timeline only after its next
       -- restart point. Listing hundreds of them several times a second would cost.
       CASE WHEN NOT pg_is_in_recovery() THEN ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int
            ELSE coalesce((SELECT received_tli FROM pg_stat_wal_receiver WHERE status = 'streaming'),
                          (SELECT ('x' || max(left(name, 8)))::bit(32)::int FROM pg_ls_waldir()
                            WHERE name ~ '^[0-9A-F]{24}$')) END,
       CASE WHEN pg_is_in_recovery() THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
            ELSE pg_current_wal_lsn() END - '0/0',
       coalesce((SELECT sender_host FROM pg_stat_wal_receiver WHERE status = 'streaming'), '-'),
       coalesce((SELECT (extract(epoch FROM clock_timestamp() - max(query_start)) * 1000)::bigint
                   FROM pg_stat_activity WHERE application_name = 'hcdc-guard'), -1),
       '.'
