-- name: epoch
-- The epoch: the newest random id and the server's timeline, so that a restored or promoted database shows.
SELECT (SELECT id::text FROM epoch ORDER BY since DESC, id LIMIT 1)
    || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8);

-- name: tops
-- The last number of every stream.
SELECT id, seq FROM stream;

-- name: entries_after
-- Entries after a number of each stream, in order, at most $3.
SELECT e.stream, e.seq, e.ticket, e.version, e.event, e.before, e.after, e.row::text AS row, e.trace,
    extract(epoch FROM e.at)::float8 AS at
FROM unnest($1::int[], $2::bigint[]) AS c(stream, seq)
CROSS JOIN LATERAL (
    SELECT * FROM stream_entry s WHERE s.stream = c.stream AND s.seq > c.seq ORDER BY s.seq LIMIT $3
) e
ORDER BY e.stream, e.seq LIMIT $3;

-- name: snapshot
-- The board of one stream as the reader may see it: open tickets of the center, those its units handed on that nobody
-- has signed yet, and those its units work on since before the boundaries changed. Number and rows are of one moment;
-- $2 are the units of the center. A row says what ticket_row() says, which builds it by keys, and its clocks in a function,
-- and takes more than twice as long: for fifty thousand rows that is seconds. Journeys hold the two together.
SELECT s.seq, coalesce((
    SELECT json_agg(board) FROM (
        SELECT t.id, t.number, t.order_no, t.version, t.state, t.prior, wire_time(t.state_since) AS state_since,
            t.type, t.channel, t.urgency, t.category, t.title, t.address, t.confidential,
            wire_time(t.called_at) AS called_at, wire_time(t.received_at) AS received_at,
            wire_time(t.outer_due) AS outer_due,
            t.place_need, t.placement, t.lon, t.lat, t.level, t.radius_m, t.p_cell, t.p_town, t.edge_m, t.near_edge,
            t.cell, t.village, t.town, t.police_grid, t.boundary_version,
            t.routing_reason, t.stream, t.owed_by, t.unit, t.lead_unit, t.lead_person, t.urged, t.supplements,
            t.rework, t.hops, t.no_return, coalesce(t.callers, 1) AS callers, t.merged_into,
            wire_time(t.suspended_until) AS suspended_until, wire_time(t.next_step_at) AS next_step_at,
            coalesce(t.exempt, false) AS exempt, coalesce(t.flags, '{}') AS flags,
            coalesce(t.supervised, 0) AS supervised,
            CASE WHEN t.supervised > 0 THEN (ticket_clocks(t.id) || supervision_clocks(t.id))::json ELSE (
                SELECT coalesce(json_agg(k ORDER BY k.due_at, k.kind), '[]') FROM (
                    SELECT c.kind, wire_time(c.started_at) AS started_at, wire_time(c.due_at) AS due_at, c.warned,
                        wire_time((clock_marks(c))[2]) AS soon_at, wire_time(c.paused_at) AS paused_at, c.unannounced
                    FROM clock c WHERE c.ticket = t.id AND c.stopped_at IS NULL
                ) k
            ) END AS clocks
        FROM ticket t
        WHERE (t.stream = $1 OR t.first_unit = ANY($2::int[]) AND t.state IN ('dispatched', 'returned')
                OR t.former_centers IS NOT NULL AND $1 = ANY(t.former_centers))
            AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
        ORDER BY t.id
    ) board
), '[]')::text AS tickets
FROM stream s WHERE s.id = $1;

-- name: visible
-- Whether the reader may see a ticket.
SELECT EXISTS (SELECT FROM ticket WHERE id = $1);

-- name: issue_tickets
-- One-use socket tickets: digests, and the session of each; asked again where nobody heard the answer.
INSERT INTO socket_ticket (digest, session, expires_at)
SELECT digest, session, now() + interval '30 seconds' FROM unnest($1::bytea[], $2::bytea[]) AS t(digest, session) ON CONFLICT (digest) DO NOTHING;

-- name: use_tickets
-- The sessions of socket tickets, which are used up by that.
DELETE FROM socket_ticket WHERE digest = ANY ($1::bytea[]) RETURNING digest, session, expires_at > now() AS fresh;

-- name: drop_tickets
-- Tickets nobody used.
DELETE FROM socket_ticket WHERE expires_at < now() - interval '1 minute';
