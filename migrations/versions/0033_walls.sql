-- Screens on a wall. Only the digest of a screen's secret is kept: a copy of the database opens nothing. A screen shows
-- what its unit may see, as counts; nobody's reads reach the table.
CREATE TABLE wall (
    id INTEGER GENERATED ALWAYS AS IDENTITY,
    digest BYTEA NOT NULL,
    name TEXT NOT NULL,
    unit INTEGER NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER NOT NULL,
    last_seen_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    ended_by INTEGER,
    CONSTRAINT wall_pkey PRIMARY KEY (id),
    CONSTRAINT wall_digest_key UNIQUE (digest),
    CONSTRAINT wall_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT wall_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT wall_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person (id)
);
ALTER TABLE wall ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON wall USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
GRANT SELECT, INSERT ON wall TO dispatch_app;
GRANT UPDATE (last_seen_at, ended_at, ended_by) ON wall TO dispatch_app;
GRANT USAGE ON SEQUENCE wall_id_seq TO dispatch_app;

-- A code that a screen shows, and whose screen it is: both as digests, for ten minutes, used up by pairing.
CREATE TABLE wall_pairing (
    code BYTEA NOT NULL,
    device BYTEA NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT wall_pairing_pkey PRIMARY KEY (code)
);
CREATE INDEX wall_pairing_expires_at_idx ON wall_pairing (expires_at);
ALTER TABLE wall_pairing ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON wall_pairing USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
GRANT SELECT, INSERT, DELETE ON wall_pairing TO dispatch_app;
