-- name: versions
-- The boundary versions that were ever in force, each from when until when, and what says whether cells were given other
-- police grids. Drafts are none of them.
SELECT b.id, b.state = 'published' AS in_force, b.illustrative, b.since AS valid_from,
       lead(b.since) OVER (ORDER BY b.since, b.id) AS valid_until, l.links, l.relinked, now() AS read_at
FROM (
    SELECT id, state, illustrative, coalesce(published_at, created_at) AS since
    FROM boundary_version WHERE state IN ('published', 'retired')
) b
CROSS JOIN (
    SELECT count(*) AS links, greatest(max(lower(valid)), max(upper(valid))) AS relinked FROM cell_police_grid
) l
ORDER BY b.since, b.id;

-- name: towns
-- The towns of a boundary version ($1) as features; like the three below a source of the blocks that follow. Names are
-- the version's own. $2 is an instant, as of which cells belong to police grids.
SELECT a.town AS code, a.name, NULL::text AS kind, a.town, NULL::text AS village, NULL::text AS police_grid, a.geom,
       json_build_object('code', a.town, 'name', a.name, 'boundary_version', a.boundary_version) AS properties
FROM town_area a
WHERE a.boundary_version = $1 AND $2::timestamptz IS NOT NULL

-- name: villages
-- The villages of a boundary version.
SELECT a.village AS code, a.name, NULL::text AS kind, a.town, NULL::text AS village, NULL::text AS police_grid, a.geom,
       json_build_object(
           'code', a.village, 'name', a.name, 'town', a.town, 'town_name', t.name,
           'boundary_version', a.boundary_version
       ) AS properties
FROM village_area a
LEFT JOIN town_area t ON t.boundary_version = a.boundary_version AND t.town = a.town
WHERE a.boundary_version = $1 AND $2::timestamptz IS NOT NULL

-- name: cells
-- The cells of a boundary version, each with the police grid it belonged to then.
SELECT c.code, c.name, c.kind, c.town, c.village, l.police_grid, c.geom,
       json_build_object(
           'code', c.code, 'name', c.name, 'kind', c.kind, 'village', c.village, 'village_name', v.name,
           'town', c.town, 'town_name', t.name, 'police_grid', l.police_grid, 'police_grid_name', g.name,
           'boundary_version', c.boundary_version
       ) AS properties
FROM cell c
LEFT JOIN village_area v ON v.boundary_version = c.boundary_version AND v.village = c.village
LEFT JOIN town_area t ON t.boundary_version = c.boundary_version AND t.town = c.town
LEFT JOIN cell_police_grid l ON l.cell = c.code AND l.valid @> $2::timestamptz
LEFT JOIN police_grid g ON g.boundary_version = c.boundary_version AND g.code = l.police_grid
WHERE c.boundary_version = $1

-- name: police_grids
-- The police grids of a boundary version, with the name of the police station that has each.
SELECT g.code, g.name, NULL::text AS kind, g.town, NULL::text AS village, NULL::text AS police_grid, g.geom,
       json_build_object(
           'code', g.code, 'name', g.name, 'town', g.town, 'town_name', t.name, 'police_station', u.name,
           'boundary_version', g.boundary_version
       ) AS properties
FROM police_grid g
LEFT JOIN town_area t ON t.boundary_version = g.boundary_version AND t.town = g.town
LEFT JOIN unit u ON u.id = g.police_station
WHERE g.boundary_version = $1 AND $2::timestamptz IS NOT NULL

-- name: summary
-- How many features of a source there are, and their bounds; of a town ($3) alone where one is given.
SELECT count(*) AS count, ST_XMin(ST_Extent(f.geom)) AS west, ST_YMin(ST_Extent(f.geom)) AS south,
       ST_XMax(ST_Extent(f.geom)) AS east, ST_YMax(ST_Extent(f.geom)) AS north
FROM ({source}) f
WHERE $3::text IS NULL OR f.town = $3;

-- name: page
-- How many features match, and the codes of one page of them: those after a code ($11), or before one ($12, nearest
-- first), and one more than the page holds ($13) where there is one. $3 the town that the reader is confined to, $4 to
-- $8 wanted values, $9 and $10 the wanted area and its system: sieved by bounds, then exactly, in that system.
WITH wanted AS (
    SELECT $10::int AS srid, ST_GeomFromText($9::text, $10::int) AS area
), found AS (
    SELECT f.code
    FROM ({source}) f CROSS JOIN wanted w
    WHERE ($3::text IS NULL OR f.town = $3)
      AND ($4::text IS NULL OR f.name = $4)
      AND ($5::text IS NULL OR f.kind = $5)
      AND ($6::text IS NULL OR f.town = $6)
      AND ($7::text IS NULL OR f.village = $7)
      AND ($8::text IS NULL OR f.police_grid = $8)
      AND CASE
          WHEN w.area IS NULL THEN true
          WHEN w.srid = 4326 THEN f.geom && w.area AND ST_Intersects(f.geom, w.area)
          ELSE ST_Expand(ST_Transform(ST_Envelope(f.geom), w.srid), 1000) && w.area
              AND ST_Intersects(ST_Transform(f.geom, w.srid), w.area)
      END
), page AS (
    SELECT code FROM found
    WHERE ($11::text IS NULL OR code > $11) AND ($12::text IS NULL OR code < $12)
    ORDER BY CASE WHEN $12 IS NULL THEN code END, CASE WHEN $12 IS NOT NULL THEN code END DESC
    LIMIT $13::int + 1
)
SELECT (SELECT count(*) FROM found) AS matched, ARRAY(SELECT code FROM page) AS codes;

-- name: features
-- Features of a source by their codes ($3) as GeoJSON: in a system ($4), with so many decimals ($5), latitude or
-- northing first where the system's authority says so ($6); of a town ($7) alone where one is given.
SELECT '{"type":"Feature","id":' || to_json(f.code) || ',"geometry":' || ST_AsGeoJSON(
           CASE WHEN $6::boolean THEN ST_FlipCoordinates(s.geom) ELSE s.geom END, $5::int, 0
       ) || ',"properties":' || f.properties || '}' AS feature
FROM ({source}) f
CROSS JOIN LATERAL (SELECT CASE $4::int WHEN 4326 THEN f.geom ELSE ST_Transform(f.geom, $4::int) END AS geom) s
WHERE f.code = ANY ($3::text[]) AND ($7::text IS NULL OR f.town = $7)
ORDER BY f.code;
