-- name: behind
-- Open tickets that lie in former boundaries, or whose cell has another police grid than they say; the oldest first, at
-- most $2. $1 is the version in force. Those that could not be moved to it wait for a person. Whose town is the one that
-- boundaries last put it in also tells the town it came from.
WITH found AS (
    (
        SELECT t.id, t.boundary_version, t.town FROM ticket t
        WHERE t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
            AND (t.boundary_version < $1 OR t.boundary_version > $1)
            AND NOT EXISTS (SELECT FROM rezoning_left l WHERE l.boundary_version = $1 AND l.ticket = t.id)
        ORDER BY t.id LIMIT $2
    )
    UNION ALL
    (
        SELECT t.id, t.boundary_version, t.town FROM ticket t
        JOIN cell_police_grid g ON g.cell = t.cell AND g.valid @> now()
        WHERE EXISTS (SELECT FROM rezoning r WHERE r.boundary_version = $1 AND r.finished_at IS NULL)
            AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
            AND t.boundary_version = $1 AND t.police_grid IS DISTINCT FROM g.police_grid
            AND NOT EXISTS (SELECT FROM rezoning_left l WHERE l.boundary_version = $1 AND l.ticket = t.id)
        ORDER BY t.id LIMIT $2
    )
    LIMIT $2
)
SELECT f.id, f.boundary_version, f.town, j.version AS former_version, j.town AS former_town
FROM found f LEFT JOIN LATERAL (
    SELECT (j.detail->>'former_version')::int AS version, j.detail->>'former_town' AS town, j.detail->>'town' AS now
    FROM journal j WHERE j.ticket = f.id AND j.event = 'ticket.rezoned' AND j.detail ? 'town'
    ORDER BY j.version DESC LIMIT 1
) j ON j.now = f.town;

-- name: whereabouts
-- What a ticket is found by, and whether a person has said something of its place.
SELECT t.lon, t.lat, t.radius_m, t.raw_lon, t.raw_lat, t.datum, t.address, t.title, t.content, t.number,
    EXISTS (
        SELECT FROM journal j WHERE j.ticket = t.id
            AND j.event IN ('ticket.handed_up', 'ticket.caller_asked', 'ticket.declared_outside')
    ) AS settled
FROM ticket t WHERE t.id = $1;

-- name: count
-- One more is done: moved to another place, to another center, or left where it was.
UPDATE rezoning SET done = done + 1, moved = moved + $2::int, other_center = other_center + $3::int,
    failed = failed + $4::int, total = greatest(total, done + 1)
WHERE boundary_version = $1;

-- name: leave
-- One that could not be moved, and why.
INSERT INTO rezoning_left (boundary_version, ticket, why) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING ticket;

-- name: finish
-- Nothing is left to be moved.
UPDATE rezoning SET finished_at = now() WHERE boundary_version = $1 AND finished_at IS NULL RETURNING boundary_version;

-- name: close_link
-- The link of a cell ends.
UPDATE cell_police_grid SET valid = tstzrange(lower(valid), $2) WHERE cell = $1 AND valid @> $2::timestamptz
RETURNING police_grid;

-- name: open_link
-- Another one begins.
INSERT INTO cell_police_grid (cell, police_grid, valid) VALUES ($1, $2, tstzrange($3, NULL));

-- name: reopen
-- More is to be moved to the version in force: $2 tickets.
INSERT INTO rezoning (boundary_version, total, started_at) VALUES ($1, $2, now())
ON CONFLICT (boundary_version) DO UPDATE SET total = rezoning.total + excluded.total, finished_at = NULL;

-- name: in_cell
-- How many open tickets lie in a cell.
SELECT count(*) FROM ticket
WHERE state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back') AND boundary_version = $1 AND cell = $2;

-- name: standing
-- How moving tickets to the version in force stands: how many are done of how many, for how long it is under way, and
-- how many wait for a person.
SELECT r.done, r.total,
    CASE WHEN r.finished_at IS NULL THEN extract(epoch FROM now() - r.started_at)::float8 ELSE 0 END AS seconds,
    (
        SELECT count(*) FROM rezoning_left l JOIN ticket t ON t.id = l.ticket
        WHERE l.boundary_version = r.boundary_version AND t.boundary_version <> r.boundary_version
            AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
    ) AS waiting
FROM rezoning r JOIN boundary_version b ON b.id = r.boundary_version WHERE b.state = 'published';

-- name: held_back
-- A scheduled version that was not published, and why.
SELECT id, held_back FROM boundary_version WHERE state = 'draft' AND held_back IS NOT NULL ORDER BY id DESC LIMIT 1;

-- name: left
-- Tickets that could not be moved to a version, as far as the reader may see them; whether that is settled since.
SELECT jsonb_build_object('ticket', t.id, 'number', t.number, 'center', u.name, 'why', l.why, 'at', wire_time(l.at),
    'settled', t.boundary_version = $1 OR t.state IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back'))
FROM rezoning_left l JOIN ticket t ON t.id = l.ticket JOIN unit u ON u.id = t.stream
WHERE l.boundary_version = $1 ORDER BY l.at, t.id LIMIT 1000;
