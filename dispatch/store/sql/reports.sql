-- name: claim
-- Due reports, the lowest version of each ticket only, leased for a minute to whoever claims them.
UPDATE callback SET attempts = attempts + 1, next_at = now() + interval '60 seconds'
WHERE id IN (
    SELECT p.id FROM callback p
    WHERE p.state = 'pending' AND p.next_at <= now() AND NOT EXISTS (
        SELECT FROM callback q WHERE q.ticket = p.ticket AND q.state = 'pending' AND q.version < p.version
    )
    ORDER BY p.next_at LIMIT $1 FOR UPDATE SKIP LOCKED
)
RETURNING id, source, ticket, body, attempts;

-- name: sent
-- The hotline took a report.
UPDATE callback SET state = 'sent', sent_at = now(), error = NULL WHERE id = $1;

-- name: retry
-- It did not; again later.
UPDATE callback SET next_at = now() + $2::interval, error = $3 WHERE id = $1;

-- name: bury
-- It never did: a dead letter, on screen until somebody replays it.
UPDATE callback SET state = 'dead', error = $2 WHERE id = $1;
