-- name: unsettled
-- The boundary version in force, where another was before it and places have not been brought to it yet.
SELECT b.id FROM boundary_version b
WHERE b.state = 'published' AND EXISTS (SELECT FROM boundary_version r WHERE r.state = 'retired')
    AND NOT EXISTS (SELECT FROM place_settlement s WHERE s.boundary_version = b.id);

-- name: points
-- Places in force that lie at a point, after id $1, $2 at most.
SELECT id, lon, lat, village, town FROM place
WHERE id > $1 AND valid_until IS NULL AND kind NOT IN ('road', 'town', 'village') ORDER BY id LIMIT $2;

-- name: roads
-- Roads in force with their lines.
SELECT id, lon, lat, village, town, ST_AsBinary(line) AS line FROM place
WHERE kind = 'road' AND valid_until IS NULL ORDER BY id;

-- name: move
-- Places lie in other villages and towns than before.
UPDATE place p SET village = m.village, town = m.town, version = p.version + 1
FROM unnest($1::bigint[], $2::text[], $3::text[]) AS m(id, village, town) WHERE p.id = m.id;

-- name: areas
-- Towns and villages of a boundary version, each with a point on it and the radius of a circle as large.
SELECT 'town' AS kind, town AS code, NULL AS town, name, ST_X(p) AS lon, ST_Y(p) AS lat, radius_m FROM (
    SELECT town, name, ST_PointOnSurface(geom) AS p, sqrt(ST_Area(geom::geography) / pi()) AS radius_m
    FROM town_area WHERE boundary_version = $1
) t
UNION ALL
SELECT 'village', village, town, name, ST_X(p), ST_Y(p), radius_m FROM (
    SELECT village, town, name, ST_PointOnSurface(geom) AS p, sqrt(ST_Area(geom::geography) / pi()) AS radius_m
    FROM village_area WHERE boundary_version = $1
) v
ORDER BY 1, 2;

-- name: seats
-- Places that are a town or a village: those in force, and of each code the newest of those that are no more.
SELECT DISTINCT ON (kind, code) id, kind, code, name, lon, lat, town, valid_until IS NULL AS in_force FROM (
    SELECT id, kind, CASE WHEN kind = 'town' THEN town ELSE village END AS code, name, lon, lat, town, valid_until
    FROM place WHERE kind IN ('town', 'village')
) s
WHERE code IS NOT NULL ORDER BY kind, code, valid_until DESC NULLS FIRST, id;

-- name: add
-- A town or village that has no place yet.
INSERT INTO place (kind, name, lon, lat, radius_m, village, town, source, pinyin, initials)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id;

-- name: revive
-- A town or village that is there again, under its name of now.
UPDATE place SET valid_until = NULL, name = $2, town = $3, pinyin = $4, initials = $5, version = version + 1
WHERE id = $1;

-- name: rename
-- A town or village that is called otherwise now, or lies in another town.
UPDATE place SET name = $2, town = $3, pinyin = $4, initials = $5, version = version + 1 WHERE id = $1;

-- name: end
-- Towns or villages that are no more.
UPDATE place SET valid_until = greatest(now(), valid_from), version = version + 1 WHERE id = $1;

-- name: remember
-- People go on calling a place $1 as they called what is no more: $2, and what that was called besides (place $3).
INSERT INTO alias (place, name, kind, state, reason, decided_at, pinyin, initials)
SELECT $1, n.name, n.kind, 'approved', $4, now(), n.pinyin, n.initials FROM (
    SELECT $2::text AS name, 'old' AS kind, $5::text AS pinyin, $6::text AS initials
    UNION ALL SELECT name, kind, pinyin, initials FROM alias WHERE place = $3 AND state = 'approved'
) n
WHERE NOT EXISTS (SELECT FROM place p WHERE p.id = $1 AND p.name = n.name)
    AND NOT EXISTS (SELECT FROM alias a WHERE a.place = $1 AND a.name = n.name AND a.state IN ('proposed', 'approved'))
ON CONFLICT DO NOTHING;

-- name: forget
-- What is there again lends its names to nobody: those that came by no person's act ($1 the place, $2 its name).
UPDATE alias a SET state = 'retired'
WHERE a.state = 'approved' AND a.proposed_by IS NULL AND a.decided_by IS NULL AND a.place <> $1
    AND a.reason LIKE '网格边界第%' AND a.name IN (
        SELECT $2::text UNION ALL SELECT name FROM alias WHERE place = $1 AND state = 'approved'
    );

-- name: settle
-- Places have been brought to a version.
INSERT INTO place_settlement (boundary_version, moved, added, ended) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING;
