-- name: server
-- The server's version number, its character classes, its clock, whether PostGIS is offered here, and how many connections
-- there are for the login that asks: those of the server but for the superusers', of the database, of the role.
SELECT current_setting('server_version_num')::int AS version,
       (SELECT datctype FROM pg_database WHERE datname = current_database()) AS ctype,
       extract(epoch FROM clock_timestamp())::float8 AS now,
       (SELECT extversion FROM pg_extension WHERE extname = 'postgis') AS postgis,
       to_regclass('alembic_version') IS NOT NULL AS migrated,
       least(
           current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
           (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database()),
           (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = session_user)
       ) AS connections;

-- name: become
-- The role in whose name the service works.
SET ROLE dispatch_app;

-- name: revision
-- The version of the schema.
SELECT version_num FROM alembic_version;
