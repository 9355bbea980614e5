-- The audit becomes a chain. A row waits for its seal from the moment it is written, in its own transaction: so a row
-- that commits late is sealed late, and none is skipped. A seal lists its rows in order, with the digest of each; its
-- head is a digest of the head before it. How all of it is hashed: docs/audit.md.
CREATE TABLE audit_seal (
    number BIGINT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    first BIGINT NOT NULL,
    rows BIGINT[] NOT NULL,
    leaves BYTEA NOT NULL,
    root BYTEA NOT NULL,
    head BYTEA NOT NULL,
    CONSTRAINT audit_seal_pkey PRIMARY KEY (number)
);

CREATE TABLE audit_waiting (
    id BIGINT NOT NULL,
    CONSTRAINT audit_waiting_pkey PRIMARY KEY (id)
);

ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON audit_seal USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
ALTER TABLE audit_waiting ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON audit_waiting USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
GRANT SELECT, INSERT ON audit_seal TO dispatch_app;
GRANT SELECT, DELETE ON audit_waiting TO dispatch_app;

-- Each row waits, whoever wrote it: a former program too. With the owner's rights, so that nobody adds to the list alone.
CREATE FUNCTION audit_waits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO audit_waiting VALUES (NEW.id);
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION audit_waits() FROM PUBLIC;
CREATE TRIGGER waits AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_waits();
INSERT INTO audit_waiting SELECT id FROM audit;

-- The application role may not change what is written; this keeps the owner from doing it by mistake.
CREATE FUNCTION audit_stays() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = 'rows of ' || TG_TABLE_NAME || ' are never changed or removed',
        HINT = 'What is wrong in the audit is told by a further row. See docs/audit.md.';
END
$$;
REVOKE ALL ON FUNCTION audit_stays() FROM PUBLIC;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();

-- The auditor asks by person, by what it was about, by what was done.
CREATE INDEX audit_person_idx ON audit (person, id) WHERE person IS NOT NULL;
CREATE INDEX audit_subject_idx ON audit (subject, id);
CREATE INDEX audit_action_idx ON audit (action, id);
