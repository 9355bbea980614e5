-- To which moment the database was restored and when it was lost; empty on an epoch that began otherwise.
ALTER TABLE epoch ADD COLUMN restored_to timestamp with time zone;
ALTER TABLE epoch ADD COLUMN lost_at timestamp with time zone;

-- A new epoch after a restore. Ids of tickets that were lost stand in people's notes, in the hotline's answers and in the
-- outboxes of phones: a hundred thousand are left out, more than a district is given in months, so that none of them
-- ever names another ticket. The application may begin an epoch; it may not set a sequence by itself.
CREATE FUNCTION begin_epoch(restored_to timestamp with time zone, lost_at timestamp with time zone) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT setval('ticket_id_seq', nextval('ticket_id_seq') + 100000);
    INSERT INTO epoch (id, since, why, restored_to, lost_at)
    VALUES (gen_random_uuid(), clock_timestamp(), 'restored', restored_to, lost_at)
    RETURNING id;
$$;
REVOKE ALL ON FUNCTION begin_epoch(timestamp with time zone, timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_epoch(timestamp with time zone, timestamp with time zone) TO dispatch_app;
GRANT UPDATE (expires_at) ON one_use_link TO dispatch_app;
