-- name: like
-- Earlier decisions of the same theme at the same place, in the same cell, or on the same and neighbouring map tiles,
-- the newest first; only those of tickets the reader may see.
SELECT r.ticket, t.number, r.at, r.command, r.from_unit, r.unit, p.name AS person, r.reason, r.return_reason, r.basis,
    c.path, r.place, l.name AS place_name, r.cell,
    CASE WHEN r.lon IS NULL OR $4::float8 IS NULL THEN NULL
        ELSE ST_DistanceSphere(ST_Point(r.lon, r.lat), ST_Point($4, $5::float8)) END AS metres
FROM ruling r JOIN ticket t ON t.id = r.ticket
LEFT JOIN category c ON c.code = r.category LEFT JOIN person p ON p.id = r.person LEFT JOIN place l ON l.id = r.place
WHERE (r.place = $1 OR r.cell = $2 OR r.tile = ANY($3::int[])) AND r.ticket <> $6
    AND r.category = ANY (ARRAY(
        SELECT k.code FROM category k WHERE split_part(k.path, '/', 1) = split_part($7, '/', 1) ORDER BY k.code
    ))
ORDER BY r.at DESC LIMIT 200;

-- name: tile
-- The map tile of a ticket.
SELECT tile FROM ticket WHERE id = $1;

-- name: waiting
-- Tickets that wait for the district's word with the clock that runs for it: what units returned before what nobody has
-- sent yet (silent calls among it), each by when it is due.
SELECT t.id, t.number, t.title, t.address, t.state, t.state_since, t.type, t.urgency, t.hops, t.returned, t.unit, t.town,
    c.path, k.due_at, coalesce(t.returns, 0) AS returns
FROM ticket t LEFT JOIN category c ON c.code = t.category
LEFT JOIN clock k ON k.ticket = t.id AND k.stopped_at IS NULL AND k.kind = CASE t.state WHEN 'returned' THEN 'ruling'
    ELSE 'decide' END
WHERE t.state IN ('returned', 'undecided')
ORDER BY t.state = 'undecided', k.due_at, t.state_since LIMIT $1;

-- name: alarms
-- Tickets that are passed to and fro and that nobody has seen to, the newest first.
SELECT a.ticket, t.number, t.title, t.state, c.path, a.raised_at, a.hops, a.trail, a.why, t.unit
FROM ping_pong a JOIN ticket t ON t.id = a.ticket LEFT JOIN category c ON c.code = t.category
WHERE a.settled_at IS NULL ORDER BY a.raised_at DESC LIMIT 200;

-- name: precedents
-- Precedents, the newest first; $1: those that hold no more too; $2 a part of name, category, or reason; the ticket's
-- number only where the reader may see it.
SELECT p.id, p.place, p.cell, p.name, p.category, p.unit, u.name AS unit_name, p.reason, t.id AS ticket, t.number,
    d.name AS decided_by, p.valid_from, p.valid_until, p.end_reason, e.name AS ended_by, p.used, p.contradicted, p.replaces
FROM precedent p JOIN unit u ON u.id = p.unit LEFT JOIN ticket t ON t.id = p.ticket
LEFT JOIN person d ON d.id = p.decided_by LEFT JOIN person e ON e.id = p.ended_by
WHERE ($1 OR p.valid_until IS NULL)
    AND ($2::text IS NULL OR strpos(p.name || ' ' || p.category || ' ' || p.reason || ' ' || u.name, $2) > 0)
ORDER BY p.id DESC LIMIT 500;

-- name: drawn
-- Precedents in force as a GeoJSON feature collection: the place's line or circle, the drawn area, or the cell.
SELECT coalesce(jsonb_agg(jsonb_build_object('type', 'Feature', 'id', p.id, 'geometry',
    ST_AsGeoJSON(ST_Simplify(coalesce(p.geom, c.geom), 0.00002), 6)::jsonb, 'properties', jsonb_build_object('id', p.id,
    'name', p.name, 'category', p.category, 'unit', p.unit, 'unit_name', u.name, 'used', p.used,
    'contradicted', p.contradicted))), '[]') AS features
FROM precedent p JOIN unit u ON u.id = p.unit
LEFT JOIN boundary_version b ON b.state = 'published' AND p.geom IS NULL
LEFT JOIN cell c ON c.boundary_version = b.id AND c.code = p.cell
WHERE p.valid_until IS NULL AND coalesce(p.geom, c.geom) IS NOT NULL;

-- name: decided
-- What was decided of each category in each town since a moment: to whom, and how often.
SELECT c.path, r.town, r.unit, count(*) AS times
FROM ruling r JOIN category c ON c.code = r.category
WHERE r.at >= $1 AND r.town IS NOT NULL GROUP BY c.path, r.town, r.unit ORDER BY c.path, r.town;
