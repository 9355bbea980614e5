-- name: ground
-- What a decision on a ticket is about. The best candidate is its place only as long as the point is near it; of a
-- building or a house number the estate or the road it belongs to, because those are what people rule on.
SELECT c.path, p.id AS place, p.name AS place_name, t.cell, n.name AS cell_name, t.lon, t.lat
FROM ticket t
LEFT JOIN category c ON c.code = t.category
LEFT JOIN LATERAL (
    WITH RECURSIVE up AS (
        SELECT a.* FROM place a WHERE a.id = (t.located->'candidates'->0->>'place')::bigint AND a.valid_until IS NULL
        UNION ALL
        SELECT a.* FROM up JOIN place a ON a.id = up.parent
        WHERE up.kind IN ('building', 'house') AND a.valid_until IS NULL
    )
    SELECT id, name FROM up
    WHERE kind NOT IN ('town', 'village', 'building', 'house') AND t.lon IS NOT NULL
        AND ST_DWithin(coalesce(line, ST_SetSRID(ST_Point(lon, lat), 4326))::geography,
            ST_SetSRID(ST_Point(t.lon, t.lat), 4326)::geography, greatest(radius_m * 1.5, 100))
    LIMIT 1
) p ON true
LEFT JOIN cell n ON n.code = t.cell AND n.boundary_version = t.boundary_version
WHERE t.id = $1;

-- name: around
-- Precedents in force whose place may be a ticket's: the same place, its cell, or ground within so many metres.
SELECT id, place, cell, name, category, unit, reason, valid_from,
    CASE WHEN geom IS NULL OR $3::float8 IS NULL THEN NULL
        ELSE ST_Distance(geom::geography, ST_SetSRID(ST_Point($3, $4), 4326)::geography) END AS metres
FROM precedent
WHERE valid_until IS NULL AND (place = $1 OR cell = $2
    OR geom && ST_Expand(ST_SetSRID(ST_Point($3, $4::float8), 4326), $5 / 80000.0))
ORDER BY id DESC LIMIT 200;

-- name: insert
-- A decision becomes a precedent, on the ground of a place or a cell, with its shape to be drawn and measured to.
INSERT INTO precedent (place, cell, name, geom, category, unit, reason, ticket, replaces, decided_by, valid_from)
SELECT $1, $2, $3, coalesce(
    (SELECT coalesce(p.line, ST_Buffer(ST_SetSRID(ST_Point(p.lon, p.lat), 4326)::geography, p.radius_m)::geometry)
     FROM place p WHERE p.id = $1),
    ST_GeomFromGeoJSON($10)), $4, $5, $6, $7, $8, $9, now()
RETURNING id;

-- name: drawn
-- What was drawn as an area, and what may be wrong with it. A line becomes the ground along it, so many metres wide to
-- either side; one that crosses itself may, an area must not.
WITH given AS (SELECT ST_GeomFromGeoJSON($1) AS geom),
    ground AS (
        SELECT CASE WHEN $2::float8 IS NULL THEN geom
            ELSE ST_Buffer(geom::geography, $2, 'quad_segs=4')::geometry END AS geom
        FROM given
    )
SELECT ST_AsGeoJSON(geom, 7) AS shape, ST_IsValid(geom) AS is_simple,
    CASE WHEN ST_IsValid(geom) THEN ST_Area(geom::geography) ELSE 0 END AS area_m2,
    ST_IsValid(geom) AND EXISTS (
        SELECT 1 FROM cell c JOIN boundary_version b ON b.id = c.boundary_version
        WHERE b.state = 'published' AND c.geom && ground.geom AND ST_Intersects(c.geom, ground.geom)
    ) AS within
FROM ground;

-- name: end
-- A precedent holds no more, from now on.
UPDATE precedent SET valid_until = now(), ended_by = $2, end_reason = $3 WHERE id = $1 AND valid_until IS NULL;

-- name: lock
-- One precedent in force, held by whoever changes it.
SELECT id, place, cell, name, category, unit, reason, ticket, ST_AsGeoJSON(geom) AS shape FROM precedent
WHERE id = $1 AND valid_until IS NULL FOR UPDATE;

-- name: count
-- A precedent was followed, or decided against.
UPDATE precedent SET used = used + $2, contradicted = contradicted + $3 WHERE id = $1;

-- name: place
-- A place in force, to make a precedent for.
SELECT id, name FROM place WHERE id = $1 AND valid_until IS NULL;

-- name: cell
-- A cell in force, to make a precedent for.
SELECT c.code, v.name || c.name AS name FROM cell c JOIN boundary_version b ON b.id = c.boundary_version
JOIN village v ON v.code = c.village WHERE b.state = 'published' AND c.code = $1;

-- name: insert_ruling
-- A decision is kept where like cases are looked for.
INSERT INTO ruling (ticket, version, at, command, from_unit, unit, person, reason, return_reason, basis, proposed, hops,
    category, place, cell, tile, town, lon, lat, precedent, against)
SELECT t.id, t.version, $2, $3, $4, $5, $6, $7, $8, $9, $10, t.hops, t.category, $11, t.cell, t.tile, t.town, t.lon, t.lat,
    $12, $13
FROM ticket t WHERE t.id = $1;

-- name: trail
-- The units a ticket was sent to, in order; what did not change the unit says nothing.
SELECT (changes->>'unit')::int AS unit FROM journal
WHERE ticket = $1 AND changes->>'unit' IS NOT NULL AND command <> 'rezone' ORDER BY version;

-- name: raise_alarm
-- A ticket is passed on too often, or came back; one alarm a ticket, raised again after it was settled.
INSERT INTO ping_pong (ticket, raised_at, hops, trail, why) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (ticket) DO UPDATE SET raised_at = excluded.raised_at, hops = excluded.hops, trail = excluded.trail,
    why = excluded.why, settled_at = NULL, settled_by = NULL, note = NULL;

-- name: settle_alarm
-- Somebody has seen to it, and says what was done.
UPDATE ping_pong SET settled_at = now(), settled_by = $2, note = $3 WHERE ticket = $1 AND settled_at IS NULL;

-- name: setting
-- What is set about ownership, the version in force.
SELECT version, propose_after, alarm_hops, near_m FROM owning_setting WHERE active;

-- name: settings
-- The versions of what is set, the newest first.
SELECT s.version, s.propose_after, s.alarm_hops, s.near_m, s.note, s.active, s.created_at, p.name AS created_by
FROM owning_setting s LEFT JOIN person p ON p.id = s.created_by ORDER BY s.version DESC LIMIT 50;

-- name: one_setting_at_a_time
-- Whoever saves a version waits for whoever is saving one.
SELECT pg_advisory_xact_lock(hashtext('owning_setting'));

-- name: retire_setting
-- The version in force is so no more.
UPDATE owning_setting SET active = false WHERE active;

-- name: insert_setting
-- The next version, in force from now on.
INSERT INTO owning_setting (version, propose_after, alarm_hops, near_m, note, active, created_by)
SELECT coalesce(max(version), 0) + 1, $1, $2, $3, $4, true, $5 FROM owning_setting RETURNING version;

-- name: holder
-- The unit that has a ticket now.
SELECT unit FROM ticket WHERE id = $1;

-- name: returned
-- What a ticket's return says.
SELECT returned FROM ticket WHERE id = $1;
