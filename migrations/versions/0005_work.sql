-- Long work that a person started: how far it is, what it came to. One piece of work on a subject at a time. `beat_at`
-- says that its process lives; `problems` holds the rows of a file that were not understood, as gzipped CSV.
CREATE TABLE work (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    kind TEXT NOT NULL,
    subject TEXT,
    person INTEGER,
    says TEXT NOT NULL,
    done BIGINT DEFAULT 0 NOT NULL,
    total BIGINT DEFAULT 0 NOT NULL,
    state TEXT NOT NULL,
    result JSONB,
    error TEXT,
    problems BYTEA,
    started_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    beat_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT work_pkey PRIMARY KEY (id),
    CONSTRAINT work_person_fkey FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT work_state_check CHECK (state IN ('running', 'done', 'failed'))
);
CREATE UNIQUE INDEX work_one_at_a_time_idx ON work (subject) WHERE state = 'running' AND subject IS NOT NULL;
CREATE INDEX work_started_at_idx ON work (started_at);

ALTER TABLE work ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON work USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
GRANT SELECT, INSERT, UPDATE ON work TO dispatch_app;
GRANT USAGE ON SEQUENCE work_id_seq TO dispatch_app;

-- As before; and work is forgotten 30 days after it began.
CREATE OR REPLACE FUNCTION forget_old() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    most CONSTANT integer := 5000;
    gone integer;
    more boolean := false;
    center integer;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('forget_old')) THEN
        RETURN false;
    END IF;
    FOR center IN SELECT id FROM stream ORDER BY id LOOP
        DELETE FROM stream_entry e USING (
            SELECT f.seq, bool_and(f.at < now() - interval '7 days') OVER (ORDER BY f.seq) AS old
            FROM (SELECT seq, at FROM stream_entry WHERE stream = center ORDER BY seq LIMIT most) f
        ) first
        WHERE e.stream = center AND e.seq = first.seq AND first.old;
        GET DIAGNOSTICS gone = ROW_COUNT;
        more := more OR gone = most;
    END LOOP;
    DELETE FROM delivery WHERE (source, webhook_id) IN (
        SELECT source, webhook_id FROM delivery WHERE received_at < now() - interval '30 days'
        ORDER BY received_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM socket_ticket WHERE digest IN (
        SELECT digest FROM socket_ticket WHERE expires_at < now() - interval '1 hour' LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM session WHERE digest IN (
        SELECT s.digest FROM session s
        WHERE least(s.ended_at, s.expires_at) < now() - interval '30 days'
            AND NOT EXISTS (SELECT FROM socket_ticket t WHERE t.session = s.digest)
        LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM callback WHERE id IN (
        SELECT id FROM callback
        WHERE state IN ('sent', 'withdrawn') AND created_at < now() - interval '180 days'
        ORDER BY created_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM work WHERE id IN (
        SELECT id FROM work WHERE started_at < now() - interval '30 days' ORDER BY started_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN more OR gone = most;
END
$$;
