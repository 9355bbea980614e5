-- The secrets that sign reports to a hotline: the same questions as of those that it signs with (webhook_secrets.sql).

-- name: sources
-- Every source that reports go to, with the sealed secrets that sign them.
SELECT id, name, active, array_remove(array_prepend(callback_secret, further_callback_secrets), NULL) AS secrets
FROM source WHERE callback_url IS NOT NULL ORDER BY id;

-- name: lock
-- The sealed secrets of a source, which nobody else changes until the transaction ends.
SELECT array_remove(array_prepend(callback_secret, further_callback_secrets), NULL) FROM source
WHERE id = $1 AND callback_url IS NOT NULL FOR UPDATE;

-- name: facts
-- What is known of secrets, who added and ended them, and whether one has ended.
SELECT s.source, s.fingerprint, s.added_at, a.name AS added_by, s.ends_at, e.name AS ended_by, s.last_used_at,
    coalesce(s.ends_at <= now(), false) AS over
FROM report_secret s LEFT JOIN person a ON a.id = s.added_by LEFT JOIN person e ON e.id = s.ended_by;

-- name: ended
-- Secrets that sign nothing any more.
SELECT source, fingerprint FROM report_secret WHERE ends_at <= now();

-- name: keep
-- The sealed secrets of a source from now on.
UPDATE source SET callback_secret = ($2::bytea[])[1], further_callback_secrets = coalesce(($2::bytea[])[2:], '{}')
WHERE id = $1;

-- name: add
-- Note a new secret.
INSERT INTO report_secret (source, fingerprint, added_at, added_by) VALUES ($1, $2, now(), $3);

-- name: end
-- A secret ends in so many hours; what it was said to end at before is overtaken.
INSERT INTO report_secret (source, fingerprint, ends_at, ended_by)
VALUES ($1, $2, now() + make_interval(hours => $3), $4)
ON CONFLICT (source, fingerprint) DO UPDATE SET ends_at = excluded.ends_at, ended_by = excluded.ended_by;

-- name: used
-- When secrets last signed a report, so many seconds ago.
INSERT INTO report_secret (source, fingerprint, last_used_at)
SELECT u.source, u.fingerprint, now() - make_interval(secs => u.seconds)
FROM unnest($1::text[], $2::text[], $3::float8[]) AS u(source, fingerprint, seconds)
ON CONFLICT (source, fingerprint) DO UPDATE
SET last_used_at = greatest(report_secret.last_used_at, excluded.last_used_at);
