-- Roles and database, the same for every node. Run in single-user mode, where a statement ends with its line.
-- A new cluster has a spare database to rename, so that creating one, which takes longer, finds it existing.
<#function quoted text><#return "'" + text?replace("'", "''") + "'"></#function>
ALTER ROLE postgres PASSWORD ${quoted(secret["postgres-superuser-password"])};
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${config.user}') THEN CREATE ROLE "${config.user}"; END IF; END $$;
ALTER ROLE "${config.user}" LOGIN PASSWORD ${quoted(secret["postgres-password"])};
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_database WHERE datname = '${config.database}') AND EXISTS (SELECT FROM pg_database WHERE datname = 'hcdc_spare') THEN ALTER DATABASE hcdc_spare RENAME TO "${config.database}"; END IF; END $$;
<#if cluster>
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'replicator') THEN CREATE ROLE replicator; END IF; END $$;
ALTER ROLE replicator LOGIN REPLICATION PASSWORD ${quoted(secret["postgres-replication-password"])};
</#if>
CREATE DATABASE "${config.database}" OWNER "${config.user}";
ALTER DATABASE "${config.database}" OWNER TO "${config.user}";
