-- name: versions
-- The boundary version in force, all that are or were, the drafts with their revisions, and the gazetteer's version,
-- which the names and roads follow.
SELECT (SELECT id FROM boundary_version WHERE state = 'published') AS published,
       ARRAY(SELECT id FROM boundary_version WHERE state IN ('published', 'retired')) AS boundaries,
       ARRAY(SELECT id FROM boundary_version WHERE state IN ('draft', 'scheduled') ORDER BY id) AS drafts,
       ARRAY(SELECT revision FROM boundary_version WHERE state IN ('draft', 'scheduled') ORDER BY id) AS revisions,
       coalesce((SELECT max(id) FROM gazetteer_version), 0) AS gazetteer;

-- name: areas
-- The polygon layers of a tile: towns always, villages from zoom 10, police grids from 11, cells from 12; with the
-- names they have in that version.
-- $1 boundary version, $2 $3 $4 zoom, column, row.
WITH tile AS (
    SELECT ST_TileEnvelope($2, $3, $4) AS frame,
           ST_Transform(ST_Expand(ST_TileEnvelope($2, $3, $4), 40075016.68557849 / 2 ^ $2 / 64), 4326) AS reach
), town_layer AS (
    SELECT ST_AsMVT(found, 'town', 4096, 'shape') AS mvt FROM (
        SELECT a.town AS code, a.name, ST_AsMVTGeom(ST_Transform(a.geom, 3857), frame, 4096, 64) AS shape
        FROM tile, town_area a
        WHERE a.boundary_version = $1 AND a.geom && reach
    ) found WHERE shape IS NOT NULL
), village_layer AS (
    SELECT ST_AsMVT(found, 'village', 4096, 'shape') AS mvt FROM (
        SELECT a.village AS code, a.name, a.town, ST_AsMVTGeom(ST_Transform(a.geom, 3857), frame, 4096, 64) AS shape
        FROM tile, village_area a
        WHERE $2 >= 10 AND a.boundary_version = $1 AND a.geom && reach
    ) found WHERE shape IS NOT NULL
), grid_layer AS (
    SELECT ST_AsMVT(found, 'police_grid', 4096, 'shape') AS mvt FROM (
        SELECT g.code, g.name, g.town, ST_AsMVTGeom(ST_Transform(g.geom, 3857), frame, 4096, 64) AS shape
        FROM tile, police_grid g
        WHERE $2 >= 11 AND g.boundary_version = $1 AND g.geom && reach
    ) found WHERE shape IS NOT NULL
), cell_layer AS (
    SELECT ST_AsMVT(found, 'cell', 4096, 'shape') AS mvt FROM (
        SELECT c.code, c.name, c.kind, c.town, c.village,
               ST_AsMVTGeom(ST_Transform(c.geom, 3857), frame, 4096, 64) AS shape
        FROM tile, cell c
        WHERE $2 >= 12 AND c.boundary_version = $1 AND c.geom && reach
    ) found WHERE shape IS NOT NULL
)
SELECT coalesce(t.mvt, '') || coalesce(v.mvt, '') || coalesce(g.mvt, '') || coalesce(c.mvt, '')
FROM town_layer t, village_layer v, grid_layer g, cell_layer c;

-- name: names
-- Roads by grade and places by kind, more of them the closer one looks: estates and points of interest from
-- zoom 14, crossings and buildings from 15, house numbers from 17. $1 $2 $3 zoom, column, row.
WITH tile AS (
    SELECT ST_TileEnvelope($1, $2, $3) AS frame,
           ST_Transform(ST_Expand(ST_TileEnvelope($1, $2, $3), 40075016.68557849 / 2 ^ $1 / 64), 4326) AS reach
), road_layer AS (
    SELECT ST_AsMVT(found, 'road', 4096, 'shape') AS mvt FROM (
        SELECT r.name, r.grade AS kind, ST_AsMVTGeom(ST_Transform(r.geom, 3857), frame, 4096, 64) AS shape
        FROM tile, road r
        WHERE $1 >= CASE r.grade WHEN 'trunk' THEN 9 WHEN 'main' THEN 11 WHEN 'minor' THEN 13 ELSE 14 END
          AND r.geom && reach
    ) found WHERE shape IS NOT NULL
), place_layer AS (
    SELECT ST_AsMVT(found, 'place', 4096, 'shape') AS mvt FROM (
        SELECT p.name, p.kind, p.town,
               ST_AsMVTGeom(
                   ST_Transform(ST_SetSRID(ST_MakePoint(p.lon, p.lat), 4326), 3857), frame, 4096, 64
               ) AS shape
        FROM tile, place p
        WHERE p.valid_until IS NULL AND p.kind = ANY (
            CASE WHEN $1 >= 17 THEN '{town,village,group,estate,poi,intersection,building,house}'::text[]
                 WHEN $1 >= 15 THEN '{town,village,group,estate,poi,intersection,building}'
                 WHEN $1 >= 14 THEN '{town,village,group,estate,poi}'
                 WHEN $1 >= 13 THEN '{town,village,group}'
                 WHEN $1 >= 11 THEN '{town,village}'
                 ELSE '{town}' END
        )
          AND p.lon BETWEEN ST_XMin(reach) AND ST_XMax(reach) AND p.lat BETWEEN ST_YMin(reach) AND ST_YMax(reach)
    ) found WHERE shape IS NOT NULL
)
SELECT coalesce(r.mvt, '') || coalesce(p.mvt, '') FROM road_layer r, place_layer p;
