-- name: enter_system
-- The scope of actions, intake, relay and jobs, for this transaction alone. Everything in it goes by key, so joins
-- look up row by row: a plan that was made while the tables were small, and kept, does not read them whole later.
SELECT set_config('dispatch.scope', 'system', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true);

-- name: enter_unit
-- The scope of people's reads: $1 is a text array literal of audience tokens.
SELECT set_config('dispatch.scope', 'unit', true), set_config('dispatch.audience', $1, true);

-- name: mighty_role
-- True when row security would not bind the role that is in force.
SELECT rolsuper OR rolbypassrls OR EXISTS (
    SELECT FROM pg_class WHERE relname = 'ticket' AND relkind = 'r' AND relowner = pg_roles.oid
)
FROM pg_roles WHERE rolname = current_user;
