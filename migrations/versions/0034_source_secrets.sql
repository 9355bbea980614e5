-- A source's secrets are rotated: what is known of each beside the sealed secret itself, by the beginning of the digest
-- of its text. Those that a source began with have no row until they end.
CREATE TABLE source_secret (
    source text NOT NULL,
    fingerprint text NOT NULL,
    added_at timestamp with time zone,
    added_by integer,
    ends_at timestamp with time zone,
    ended_by integer,
    CONSTRAINT source_secret_pkey PRIMARY KEY (source, fingerprint),
    CONSTRAINT source_secret_source_fkey FOREIGN KEY (source) REFERENCES source (id),
    CONSTRAINT source_secret_added_by_fkey FOREIGN KEY (added_by) REFERENCES person (id),
    CONSTRAINT source_secret_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person (id)
);
GRANT SELECT, INSERT ON source_secret TO dispatch_app;
GRANT UPDATE (ends_at, ended_by) ON source_secret TO dispatch_app;
GRANT UPDATE (secrets) ON source TO dispatch_app;
ALTER TABLE source_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON source_secret USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
