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

-- name: settle
-- What became of claimed reports: sent, again later, or a dead letter until somebody replays it. Nothing of one that was
-- claimed anew meanwhile, because its minute was over.
UPDATE callback c SET state = g.state, error = g.error,
    sent_at = CASE g.state WHEN 'sent' THEN now() END,
    next_at = CASE g.state WHEN 'pending' THEN now() + g.wait ELSE c.next_at END
FROM unnest($1::uuid[], $2::int[], $3::text[], $4::interval[], $5::text[]) AS g(id, attempts, state, wait, error)
WHERE c.id = g.id AND c.state = 'pending' AND c.attempts = g.attempts;
