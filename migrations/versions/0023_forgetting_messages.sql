-- Receipts and links go with their message; what followed it, or was bundled by it, stays until its own time comes.
ALTER TABLE notification_receipt DROP CONSTRAINT notification_receipt_notification_fkey;
ALTER TABLE notification_receipt ADD CONSTRAINT notification_receipt_notification_fkey
    FOREIGN KEY (notification) REFERENCES notification (id) ON DELETE CASCADE;
ALTER TABLE one_use_link DROP CONSTRAINT one_use_link_notification_fkey;
ALTER TABLE one_use_link ADD CONSTRAINT one_use_link_notification_fkey
    FOREIGN KEY (notification) REFERENCES notification (id) ON DELETE CASCADE;
ALTER TABLE notification DROP CONSTRAINT notification_follows_fkey;
ALTER TABLE notification ADD CONSTRAINT notification_follows_fkey
    FOREIGN KEY (follows) REFERENCES notification (id) ON DELETE SET NULL;
ALTER TABLE notification DROP CONSTRAINT notification_bundle_fkey;
ALTER TABLE notification ADD CONSTRAINT notification_bundle_fkey
    FOREIGN KEY (bundle) REFERENCES notification (id) ON DELETE SET NULL;
CREATE INDEX one_use_link_expires_at_idx ON one_use_link (expires_at);
CREATE INDEX escalation_at_idx ON escalation (at);

-- Forgets bounded runs of what people were told: messages after the days that are set (180 until they are), but for one
-- that waits to be sent or rung up; links 30 days after their end, as sessions; the steps of an escalation with the
-- messages, but for a ticket that still waits for that signature. The journal keeps that it was escalated.
CREATE FUNCTION forget_messages() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    most CONSTANT integer := 5000;
    gone integer;
    more boolean := false;
    kept CONSTANT interval := make_interval(days => coalesce(
        (SELECT (limits->>'keep_days')::int FROM telling_limit ORDER BY version DESC LIMIT 1), 180));
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('forget_messages')) THEN
        RETURN false;
    END IF;
    DELETE FROM one_use_link WHERE digest IN (
        SELECT digest FROM one_use_link WHERE expires_at < now() - interval '30 days' ORDER BY expires_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM notification WHERE id IN (
        SELECT n.id FROM notification n
        WHERE n.created_at < now() - kept AND n.state <> 'pending'
            AND NOT (n.listed_at IS NOT NULL AND n.called_at IS NULL AND n.opened_at IS NULL AND notification_owed(n))
        ORDER BY n.created_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM escalation WHERE (ticket, started_at, step) IN (
        SELECT e.ticket, e.started_at, e.step FROM escalation e
        WHERE e.at < now() - kept AND NOT EXISTS (
            SELECT FROM clock c WHERE c.ticket = e.ticket AND c.kind = 'sign' AND c.started_at = e.started_at
                AND c.stopped_at IS NULL
        )
        ORDER BY e.at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN more OR gone = most;
END
$$;
REVOKE ALL ON FUNCTION forget_messages() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_messages() TO dispatch_app;
