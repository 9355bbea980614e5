-- name: enter_system
-- The scope of actions, intake, relay and jobs, for this transaction alone; it travels in the message that begins it.
-- Everything in it goes by key, so joins look up row by row: a plan that was made while the tables were small, and kept,
-- does not read them whole later.
SET LOCAL dispatch.scope = 'system';
SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;

-- name: enter_unit
-- The scope of people's reads: $1 is a text array literal of audience tokens.
SELECT set_config('dispatch.scope', 'unit', true), set_config('dispatch.audience', $1, true);

-- name: mighty_role
-- True when row security would not bind the role that is in force.
SELECT rolsuper OR rolbypassrls OR EXISTS (
    SELECT FROM pg_class WHERE relname = 'ticket' AND relkind = 'r' AND relowner = pg_roles.oid
)
FROM pg_roles WHERE rolname = current_user;
