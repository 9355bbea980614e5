-- name: callbacks
-- Status reports in a state about tickets the reader may see, the newest first.
SELECT jsonb_build_object(
    'id', c.id, 'ticket', c.ticket, 'number', t.number, 'order_no', t.order_no, 'status', c.status,
    'state', c.state, 'attempts', c.attempts, 'last_error', c.error, 'created_at', wire_time(c.created_at),
    'next_at', wire_time(c.next_at)
)
FROM callback c
JOIN ticket t ON t.id = c.ticket
WHERE c.state = $1
ORDER BY c.created_at DESC
LIMIT $2;

-- name: visible
-- Whether the reader may see the ticket of a status report.
SELECT EXISTS (SELECT FROM callback WHERE id = $1);

-- name: replay
-- A dead report is due again at once, with fresh attempts and the same id.
UPDATE callback SET state = 'pending', attempts = 0, next_at = now(), error = NULL
WHERE id = $1 AND state = 'dead'
RETURNING ticket;

-- name: waiting
-- Messages that found no ticket yet, or never did; they belong to no town. Newest first.
SELECT jsonb_build_object(
    'id', id, 'source', source, 'order_no', order_no, 'kind', kind, 'state', state, 'reason', reason,
    'received_at', wire_time(received_at), 'until', wire_time(until)
)
FROM waiting_message WHERE state <> 'applied'
ORDER BY received_at DESC, id DESC
LIMIT $1;

-- name: backlog
-- How much waits to be reported, since how many seconds the oldest is due, and how much was given up.
SELECT count(*) FILTER (WHERE state = 'pending' AND next_at <= now()) AS due,
       coalesce(extract(epoch FROM now() - min(next_at) FILTER (WHERE state = 'pending')), 0)::float AS late_seconds,
       count(*) FILTER (WHERE state = 'dead') AS dead
FROM callback WHERE state IN ('pending', 'dead');

-- name: dead_messages
-- How many messages never found their ticket.
SELECT count(*) FROM waiting_message WHERE state = 'dead';

-- name: clock
-- The one clock.
SELECT clock_timestamp();
