${config.user}:${secret["postgres-password"]}
postgres:${secret["postgres-superuser-password"]}
