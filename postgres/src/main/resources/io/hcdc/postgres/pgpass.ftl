*:*:*:postgres:${secret["postgres-superuser-password"]}
*:*:*:replicator:${secret["postgres-replication-password"]}
