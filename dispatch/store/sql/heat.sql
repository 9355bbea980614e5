-- name: once_each
-- Every ticket has a place of its own to reckon with, so what is reckoned is not kept for the next: looking it up and
-- keeping it, eight megabytes full, costs more than doing it. Until the transaction ends.
SET LOCAL enable_memoize = off;

-- name: picture
-- Tickets of a while by hexagon, by place and by step, as counts. $1 since, $2 until, $3 seconds of a step, $4 how many
-- steps, $5 $6 $7 $8 $9 the lattice and the width of its hexagons, $10 the branch of categories, $11 the urgency, $12 open
-- ones alone, $13 places are villages (else towns), $14 the fewest that are told of a hexagon in a step. What is fewer is
-- left out, and the hexagon's whole with it where the difference would betray it.
WITH seen AS MATERIALIZED (
    SELECT f.east, f.north, f.is_located, CASE WHEN $13 THEN f.village ELSE f.town END AS place,
           floor(extract(epoch FROM f.received_at - $1) / $3)::int % $4 AS step
    FROM heat_fact($1, $2, $5, $6, $7, $8, $9) f
    WHERE ($10::text IS NULL OR f.category IN (SELECT c.code FROM category c WHERE split_part(c.path, '/', 1) = $10))
      AND ($11::text IS NULL OR f.urgency = $11)
      AND (NOT $12 OR f.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back'))
), steps AS (
    SELECT s.step, count(e.step)::int AS tickets
    FROM generate_series(0, $4 - 1) AS s(step) LEFT JOIN seen e ON e.step = s.step
    GROUP BY s.step
), fine AS (
    SELECT east, north, step, count(*)::int AS tickets FROM seen WHERE east IS NOT NULL GROUP BY 1, 2, 3
), hexagons AS (
    SELECT east, north, sum(tickets)::int AS whole,
           coalesce(sum(tickets) FILTER (WHERE tickets >= $14), 0)::int AS told,
           coalesce(jsonb_agg(step ORDER BY step) FILTER (WHERE tickets >= $14), '[]') AS at,
           coalesce(jsonb_agg(tickets ORDER BY step) FILTER (WHERE tickets >= $14), '[]') AS tickets
    FROM fine GROUP BY east, north
), shown AS (
    SELECT east, north, at, tickets, CASE WHEN whole = told OR whole - told >= $14 THEN whole ELSE told END AS whole
    FROM hexagons WHERE whole >= $14
), places AS (
    SELECT p.place, coalesce(w.name, v.name) AS name, sum(p.tickets)::int AS whole,
           jsonb_agg(p.step ORDER BY p.step) AS at, jsonb_agg(p.tickets ORDER BY p.step) AS tickets
    FROM (SELECT place, step, count(*)::int AS tickets FROM seen GROUP BY 1, 2) p
    LEFT JOIN town w ON w.code = p.place
    LEFT JOIN village v ON v.code = p.place
    GROUP BY p.place, w.name, v.name
)
SELECT jsonb_build_object(
    'total', (SELECT count(*) FROM seen),
    'coarse', (SELECT count(*) FROM seen WHERE east IS NULL AND is_located),
    'nowhere', (SELECT count(*) FROM seen WHERE NOT is_located),
    'steps', (SELECT jsonb_agg(tickets ORDER BY step) FROM steps),
    'hexagons', (SELECT coalesce(jsonb_agg(jsonb_build_object('east', east, 'north', north, 'whole', whole, 'at', at,
        'tickets', tickets) ORDER BY whole DESC, east, north), '[]') FROM shown),
    'places', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', place, 'name', name, 'whole', whole, 'at', at,
        'tickets', tickets) ORDER BY whole DESC, place), '[]') FROM places WHERE $14 <= 1)
);

-- name: behind
-- The tickets behind one number of that picture, a page of them, the newest first, and what all of them are: how many,
-- how many open, and of which branches. $1 to $13 as above; $14 $15 of which hexagon, $16 of which place (none: of no place), $17 in
-- which step, $18 before which ticket, $19 how many; null for all.
WITH seen AS MATERIALIZED (
    SELECT f.ticket, f.category,
           f.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back') AS is_open
    FROM heat_fact($1, $2, $5, $6, $7, $8, $9) f
    WHERE ($10::text IS NULL OR f.category IN (SELECT c.code FROM category c WHERE split_part(c.path, '/', 1) = $10))
      AND ($11::text IS NULL OR f.urgency = $11)
      AND (NOT $12 OR f.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back'))
      AND ($14::int IS NULL OR (f.east = $14 AND f.north = $15::int))
      AND ($16::text IS NULL OR coalesce(CASE WHEN $13 THEN f.village ELSE f.town END, 'none') = $16)
      AND ($17::int IS NULL OR floor(extract(epoch FROM f.received_at - $1) / $3)::int % $4 = $17)
), page AS MATERIALIZED (
    SELECT ticket FROM seen WHERE $18::bigint IS NULL OR ticket < $18 ORDER BY ticket DESC LIMIT $19
), branches AS (
    SELECT split_part(c.path, '/', 1) AS name, count(*)::int AS tickets
    FROM seen s LEFT JOIN category c ON c.code = s.category GROUP BY 1
)
SELECT jsonb_build_object(
    'total', (SELECT count(*) FROM seen),
    'open', (SELECT count(*) FROM seen WHERE is_open),
    'branches', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'tickets', tickets)
        ORDER BY tickets DESC, name), '[]') FROM branches),
    'tickets', (SELECT coalesce(jsonb_agg(ticket_row(t) ORDER BY t.id DESC), '[]')
        FROM page p JOIN ticket t ON t.id = p.ticket)
);
