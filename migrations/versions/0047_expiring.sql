-- Until when a one-time password opens the door to choosing one's own; those of before have no end.
ALTER TABLE account ADD COLUMN one_time_until TIMESTAMP WITH TIME ZONE;

-- Forgets a bounded run of what those who do the work said against it, the days that are set (365 until they are) after
-- it was answered. What waits for an answer is not forgotten, however old.
CREATE FUNCTION forget_grievances() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    most CONSTANT integer := 5000;
    gone integer;
    kept CONSTANT interval := make_interval(days => coalesce(
        (SELECT (limits->>'grievance_days')::int FROM telling_limit ORDER BY version DESC LIMIT 1), 365));
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('forget_grievances')) THEN
        RETURN false;
    END IF;
    DELETE FROM grievance WHERE id IN (
        SELECT id FROM grievance WHERE answered_at < now() - kept ORDER BY answered_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone = most;
END
$$;
REVOKE ALL ON FUNCTION forget_grievances() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_grievances() TO dispatch_app;
