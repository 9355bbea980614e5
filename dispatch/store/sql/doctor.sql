-- name: server
-- The server's version number, its character classes, its clock and whether PostGIS is offered here.
SELECT current_setting('server_version_num')::int AS version,
       (SELECT datctype FROM pg_database WHERE datname = current_database()) AS ctype,
       extract(epoch FROM clock_timestamp())::float8 AS now,
       (SELECT extversion FROM pg_extension WHERE extname = 'postgis') AS postgis,
       to_regclass('alembic_version') IS NOT NULL AS migrated;

-- name: become
-- The role in whose name the service works.
SET ROLE dispatch_app;

-- name: revision
-- The version of the schema.
SELECT version_num FROM alembic_version;
