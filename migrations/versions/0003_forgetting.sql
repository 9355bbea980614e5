-- An entry holds the ticket's row as it is after the step: whoever it left hears that it left, not where it went.
DROP POLICY reader ON stream_entry;
CREATE POLICY reader ON stream_entry FOR SELECT USING (after && dispatch_audience());

-- When a ticket was sent to the unit it is with, and the window in which that unit may return it. Tickets sent before
-- have no such instant, so that their journals still make their rows; half of the reply time shuts their return.
ALTER TABLE ticket ADD COLUMN sent_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE clock_rule DROP CONSTRAINT clock_rule_clock_check;
ALTER TABLE clock_rule ADD CONSTRAINT clock_rule_clock_check CHECK (clock IN (
    'place', 'decide', 'ruling', 'sign', 'contact', 'inner', 'review', 'signoff', 'reply', 'redo', 'return'
));

-- What is old goes, at most so many rows of each table at once; answers whether a run was full, so that more may wait.
-- Runs with the owner's rights, because the application deletes nothing by itself, and touches neither journal nor
-- audit. Entries go from the front of each stream: what is left has no gap. One process at a time.
CREATE FUNCTION forget_old() RETURNS boolean
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
    RETURN more OR gone = most;
END
$$;
REVOKE ALL ON FUNCTION forget_old() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_old() TO dispatch_app;

CREATE INDEX callback_settled_idx ON callback (created_at) WHERE state IN ('sent', 'withdrawn');
