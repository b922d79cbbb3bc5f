-- Roles and database, the same for every node. Run in single-user mode, where a statement ends with its line.
-- A new cluster has a spare database to rename, so that creating one, which takes longer, finds it existing.
ALTER ROLE postgres PASSWORD 'thepostgressuperuserpassword';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN CREATE ROLE "app"; END IF; END $$;
ALTER ROLE "app" LOGIN PASSWORD 'thepostgrespassword';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_database WHERE datname = 'app') AND EXISTS (SELECT FROM pg_database WHERE datname = 'hcdc_spare') THEN ALTER DATABASE hcdc_spare RENAME TO "app"; END IF; END $$;
CREATE DATABASE "app" OWNER "app";
ALTER DATABASE "app" OWNER TO "app";
