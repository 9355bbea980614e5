-- Keys of programs. Only the digest is kept: a copy of the database opens nothing. `tail` is the key's last characters,
-- by which people tell their keys apart. A key of a unit of a town reads that town only. Nobody's reads reach the table.
CREATE TABLE api_key (
    id INTEGER GENERATED ALWAYS AS IDENTITY,
    digest BYTEA NOT NULL,
    tail TEXT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    unit INTEGER,
    per_minute INTEGER NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    revoked_by INTEGER,
    CONSTRAINT api_key_pkey PRIMARY KEY (id),
    CONSTRAINT api_key_digest_key UNIQUE (digest),
    CONSTRAINT api_key_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT api_key_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT api_key_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person (id),
    CONSTRAINT api_key_scope_check CHECK (scope IN ('features'))
);

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON api_key USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
GRANT SELECT, INSERT ON api_key TO dispatch_app;
GRANT UPDATE (last_used_at, revoked_at, revoked_by) ON api_key TO dispatch_app;
GRANT USAGE ON SEQUENCE api_key_id_seq TO dispatch_app;
