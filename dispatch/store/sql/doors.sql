-- name: middle
-- A point within a cell of the version in force.
SELECT ST_X(p.at) AS lon, ST_Y(p.at) AS lat
FROM cell c JOIN boundary_version b ON b.id = c.boundary_version AND b.state = 'published'
CROSS JOIN LATERAL (SELECT coalesce(c.label, ST_PointOnSurface(c.geom)) AS at) p
WHERE c.code = $1;

-- name: reported
-- What a person reported on patrol, the newest first, before an id.
SELECT jsonb_build_object('id', id, 'number', number, 'title', title, 'state', state, 'received_at',
    wire_time(received_at), 'state_since', wire_time(state_since), 'reply', CASE WHEN state IN ('replied', 'closed')
        THEN reply END)
FROM ticket WHERE reporter = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3;

-- name: said
-- What is compared of a ticket.
SELECT t.id, t.number, t.title, t.content, t.lon, t.lat, t.cell, t.order_no, t.received_at
FROM ticket t WHERE t.id = $1;

-- name: alike
-- Open tickets without an order of the same center that came in the days before a pushed one, with whether their caller
-- is the same. Confidential callers are compared with nobody.
SELECT t.id, t.number, t.title, t.content, t.lon, t.lat, t.cell, t.state, wire_time(t.received_at) AS received_at,
    coalesce(NOT t.confidential AND NOT o.confidential AND c.phone_index = d.phone_index, false) AS same_caller
FROM ticket o
JOIN ticket t ON t.stream = o.stream AND t.order_no IS NULL AND t.id <> o.id
    AND t.received_at >= o.received_at - make_interval(days => $2)
    AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
LEFT JOIN caller c ON c.ticket = t.id
LEFT JOIN caller d ON d.ticket = o.id
WHERE o.id = $1 AND o.order_no IS NOT NULL
ORDER BY t.received_at DESC, t.id DESC LIMIT $3;

-- name: give_order
-- From now on an order means another ticket.
UPDATE hotline_order SET ticket = $3 WHERE source = $1 AND order_no = $2;

-- name: stop_reply_clock
-- The reply clock we had set ourselves ends.
UPDATE clock SET stopped_at = clock_timestamp(), next_at = NULL
WHERE ticket = $1 AND kind = 'reply' AND stopped_at IS NULL;

-- name: copy_reply_clock
-- The running reply clock of $1 runs for $2 from now on, as it is.
INSERT INTO clock SELECT (jsonb_populate_record(c, jsonb_build_object('ticket', $2::bigint))).*
FROM clock c WHERE c.ticket = $1 AND c.kind = 'reply' AND c.stopped_at IS NULL
ON CONFLICT (ticket, kind, started_at) DO UPDATE
SET stopped_at = NULL, due_at = excluded.due_at, reason = excluded.reason, next_at = excluded.next_at, warned = NULL;

-- name: stop_all_clocks
-- Nothing is owed on a ticket any more.
UPDATE clock SET stopped_at = clock_timestamp(), next_at = NULL WHERE ticket = $1 AND stopped_at IS NULL;

-- name: outer
-- What the hotline said of a ticket's times.
SELECT outer_due, hotline_dispatched_at FROM ticket WHERE id = $1;

-- name: known
-- Which orders of a source are here already.
SELECT order_no FROM hotline_order WHERE source = $1 AND order_no = ANY ($2::text[]);

-- name: cells
-- The cells a person has a duty in now, else those of the villages of their units.
WITH mine AS (
    SELECT d.cell FROM cell_duty d WHERE d.person = $1 AND d.valid @> now()
)
SELECT jsonb_build_object('code', c.code, 'name', v.name || c.name)
FROM cell c JOIN boundary_version b ON b.id = c.boundary_version AND b.state = 'published'
JOIN village v ON v.code = c.village
WHERE c.code IN (SELECT m.cell FROM mine m) OR (NOT EXISTS (SELECT FROM mine) AND c.village IN (
    SELECT u.village FROM membership m JOIN unit u ON u.id = m.unit
    WHERE m.person = $1 AND m.valid @> now() AND u.village IS NOT NULL))
ORDER BY c.code;
