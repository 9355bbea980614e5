-- name: server
-- What a base is made of: the clock, the schema's version, the cluster, the size of its WAL segments and of the data.
SELECT clock_timestamp() AS now, (SELECT version_num FROM alembic_version) AS revision,
    (SELECT system_identifier::text FROM pg_control_system()) AS system,
    (SELECT setting::bigint * CASE unit WHEN 'B' THEN 1 WHEN '8kB' THEN 8192 END FROM pg_settings
        WHERE name = 'wal_segment_size') AS segment_bytes,
    pg_database_size(current_database()) AS bytes;

-- name: replaying
-- Whether PostgreSQL still replays WAL, so that nothing can be written yet.
SELECT pg_is_in_recovery();

-- name: replayed
-- The last commit that was replayed, while PostgreSQL has not been started again since.
SELECT pg_last_xact_replay_timestamp();

-- name: begin_epoch
-- A new epoch after a restore to $1 of a database that was lost at $2, with ticket ids that were never given out.
SELECT begin_epoch($1, $2);

-- name: end_sessions
-- Everybody signs in again: who left, was locked out or changed a password after $1 is not known here.
UPDATE session SET ended_at = now() WHERE ended_at IS NULL;

-- name: drop_socket_tickets
-- No socket is opened with a ticket of before.
DELETE FROM socket_ticket;

-- name: end_links
-- Links that were sent out open nothing more: whose task it is by now is not known here.
UPDATE one_use_link SET expires_at = now() WHERE expires_at > now();

-- name: doubt_reports
-- Reports to the hotline that waited: the hotline may have had them since. They go again under their own ids, in order.
UPDATE callback SET error = $1 WHERE state = 'pending';

-- name: doubt_messages
-- Messages to people that waited: the gateway may have had them since. They go again under their own ids.
UPDATE notification SET error = $1 WHERE state = 'pending';

-- name: sources
-- What each hotline has to compare: how many of its tickets are open, and how many reports to it are in doubt.
SELECT s.id, s.name,
    (SELECT count(*) FROM hotline_order o JOIN ticket t ON t.id = o.ticket WHERE o.source = s.id
        AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')) AS open,
    (SELECT count(*) FROM callback c WHERE c.source = s.id AND c.state = 'pending') AS doubted
FROM source s
WHERE EXISTS (SELECT FROM hotline_order o WHERE o.source = s.id)
ORDER BY s.id;

-- name: pictures
-- Pictures and their files' names, in order, $2 of them after $1.
SELECT id, name FROM evidence WHERE id > $1 ORDER BY id LIMIT $2;

-- name: outstanding
-- The restore that is not yet compared with every hotline: to when, lost at, and the hotlines that are left.
SELECT e.restored_to, e.lost_at, s.names
FROM (SELECT since, restored_to, lost_at FROM epoch WHERE restored_to IS NOT NULL ORDER BY since DESC LIMIT 1) e
CROSS JOIN LATERAL (
    SELECT array_agg(s.name ORDER BY s.id) AS names FROM source s
    WHERE EXISTS (SELECT FROM hotline_order o WHERE o.source = s.id) AND NOT EXISTS (
        SELECT FROM reconciliation r WHERE r.source = s.id AND r.at > e.since
            AND r.since <= e.restored_to AND r.until >= e.lost_at
    )
) s
WHERE s.names IS NOT NULL;

-- name: archiving
-- When a WAL segment was kept last, and when PostgreSQL last failed to hand one over; whether it hands any over, how often
-- at least (0: only when one is full), and since when it runs; when the last base was made, by its note.
SELECT last_archived_time AS kept_at, last_failed_time AS failed_at, current_setting('archive_mode') <> 'off' AS archives,
    (SELECT setting::int FROM pg_settings WHERE name = 'archive_timeout') AS timeout_seconds,
    pg_postmaster_start_time() AS up_since, now() AS now, (SELECT ran_at FROM job_run WHERE job = $1) AS base_at
FROM pg_stat_archiver;
