-- name: sources
-- The hotlines that push, with the datum each declares.
SELECT id, name, datum FROM source WHERE active ORDER BY id;

-- name: pushed
-- The last $2 tickets of each hotline in each of the datums $1 that came with a coordinate, oldest first, with what
-- their words say of it. Nothing older than 30 days, or than the last alarm that a person settled.
SELECT s.id AS source, d.datum, t.id AS ticket, j.at, j.changes -> 'located' -> 'vote' AS vote
FROM source s CROSS JOIN unnest($1::text[]) AS d(datum)
CROSS JOIN LATERAL (
    SELECT max(a.ended_at) AS at FROM channel_alarm a
    WHERE a.source = s.id AND a.declared = CASE d.datum WHEN 'cgcs2000' THEN 'wgs84' ELSE d.datum END
        AND a.ended <> 'behaved'
) settled
CROSS JOIN LATERAL (
    SELECT id FROM ticket WHERE source = s.id AND datum = d.datum AND raw_lon IS NOT NULL ORDER BY -id LIMIT $2
) t
JOIN journal j ON j.ticket = t.id AND j.version = 1
WHERE s.active AND j.at > greatest(coalesce(settled.at, '-infinity'), now() - interval '30 days')
ORDER BY s.id, t.id;

-- name: taken
-- The last $2 pictures that phones took with a position, oldest first, of tickets whose point the words ($1: levels) or
-- a person told, so that it owes nothing to a pushed coordinate. As far back as above.
SELECT * FROM (
    SELECT e.ticket, e.received_at AS at, e.lon, e.lat, t.lon AS place_lon, t.lat AS place_lat, t.radius_m
    FROM evidence e JOIN ticket t ON t.id = e.ticket
    WHERE e.lon IS NOT NULL AND NOT e.from_gallery AND t.lon IS NOT NULL
        AND (t.level = ANY($1::text[]) OR t.level = 'coordinate' AND t.p_cell IS NULL)
        AND e.received_at > greatest(
            (SELECT coalesce(max(a.ended_at), '-infinity') FROM channel_alarm a
             WHERE a.source = $3 AND a.ended <> 'behaved'),
            now() - interval '30 days')
    ORDER BY e.received_at DESC LIMIT $2
) newest ORDER BY at;

-- name: alarms
-- The alarms that stand, with how many open tickets their coordinates have placed since, as they were declared.
SELECT a.id, a.source, a.declared, a.seen, a.since, a.raised_at, a.votes, a.share, a.east_m, a.north_m, (
    SELECT count(*) FROM ticket t
    WHERE t.source = a.source AND t.raw_lon IS NOT NULL AND t.received_at >= a.since AND t.level = 'coordinate'
        AND t.p_cell IS NOT NULL AND NOT t.located ? 'taken_as' AND t.datum = ANY (CASE a.declared WHEN 'wgs84' THEN '{wgs84,cgcs2000}'::text[]
            ELSE ARRAY[a.declared] END)
        AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
) AS affected
FROM channel_alarm a WHERE a.ended_at IS NULL ORDER BY a.id;

-- name: standing
-- The alarms that stand, in short.
SELECT id, source, declared, seen, since FROM channel_alarm WHERE ended_at IS NULL ORDER BY id;

-- name: one_at_a_time
-- Whether this transaction may settle alarms: one process at a time does.
SELECT pg_try_advisory_xact_lock(hashtext('channel_alarm'));

-- name: insert
-- A new alarm.
INSERT INTO channel_alarm (source, declared, seen, since, votes, share, east_m, north_m)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: go_on
-- An alarm that stands has heard more votes.
UPDATE channel_alarm SET votes = $2, share = $3, east_m = $4, north_m = $5
WHERE id = $1 AND (votes, share, east_m, north_m) IS DISTINCT FROM ($2, $3, $4, $5);

-- name: end
-- An alarm ends: the channel behaves again, a person has seen to it, or it declares another datum.
UPDATE channel_alarm SET ended_at = now(), ended = $2, ended_by = $3, note = $4 WHERE id = $1 AND ended_at IS NULL;

-- name: lock_source
-- The datum a hotline declares, held until the transaction ends.
SELECT datum FROM source WHERE id = $1 FOR UPDATE;

-- name: declare
-- A hotline declares another datum.
UPDATE source SET datum = $2 WHERE id = $1;
