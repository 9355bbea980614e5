-- name: listed
-- Every source as a page shows it: whose profile at which version, what came lately, and what waits.
SELECT s.id, s.name, s.datum, s.platform, s.active, s.profile, p.version AS profile_version, s.callback_url,
    s.callback_secret IS NOT NULL AS signs_reports, cardinality(s.secrets) AS secrets,
    (SELECT wire_time(max(d.received_at)) FROM delivery d WHERE d.source = s.id
        AND d.received_at > now() - interval '30 days') AS last_at,
    (SELECT count(*) FROM waiting_message w WHERE w.source = s.id AND w.state IN ('waiting', 'kept')) AS waiting,
    (SELECT count(*) FROM waiting_message w WHERE w.source = s.id AND w.state = 'dead') AS dead
FROM source s JOIN intake_profile p ON p.name = s.profile ORDER BY NOT s.active, s.id;

-- name: day
-- What each source pushed within a day: deliveries, and messages taken and refused. A single message is answered 422
-- where it was refused; a batch says in its first words how many were.
SELECT source, count(*) AS deliveries,
    sum(CASE WHEN status = 422 THEN 0 WHEN answer LIKE '{"accepted":%'
        THEN substring(answer FROM '^\{"accepted":(\d+)')::int ELSE 1 END)::int AS accepted,
    sum(CASE WHEN status = 422 THEN 1 WHEN answer LIKE '{"accepted":%'
        THEN substring(answer FROM '"refused":(\d+)')::int ELSE 0 END)::int AS refused
FROM delivery WHERE received_at > now() - interval '24 hours' GROUP BY source;

-- name: deliveries
-- The last deliveries of a source, the newest first; those with a refusal alone where $2.
SELECT webhook_id, received_at, status, answer FROM delivery
WHERE source = $1 AND received_at > now() - interval '30 days'
    AND (NOT $2 OR status = 422 OR answer LIKE '{"accepted":%' AND answer NOT LIKE '{"accepted":%,"refused":0,%')
ORDER BY received_at DESC LIMIT $3;

-- name: lock
-- One source, which nobody else changes before the transaction ends.
SELECT id, name, datum, platform, active, profile, callback_url, callback_secret IS NOT NULL AS signs_reports
FROM source WHERE id = $1 FOR UPDATE;

-- name: add
-- A new source with its first secrets.
INSERT INTO source (id, name, datum, profile, secrets, callback_url, callback_secret, platform)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id;

-- name: change
-- What a source is called, and where reports about its orders go.
UPDATE source SET name = $2, callback_url = $3 WHERE id = $1;

-- name: sign
-- The first secret that signs reports to a source.
UPDATE source SET callback_secret = $2 WHERE id = $1 AND callback_secret IS NULL;

-- name: rest
-- A source may push no more, or again.
UPDATE source SET active = $2 WHERE id = $1;
