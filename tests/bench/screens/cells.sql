-- A district of two thousand cells: the largest are cut in two, and the eastern halves get codes of their own.
WITH largest AS (
    SELECT *, row_number() OVER (PARTITION BY village ORDER BY code) AS place
    FROM (SELECT * FROM cell WHERE boundary_version = 1 AND part = 1 ORDER BY ST_Area(geom) DESC, code
          LIMIT greatest(0, %(cells)s - (SELECT count(*) FROM cell WHERE boundary_version = 1))) c
), halved AS (
    SELECT *, ST_SetSRID(ST_MakeBox2D(ST_Point((ST_XMin(geom) + ST_XMax(geom)) / 2, ST_YMin(geom)),
                                      ST_Point(ST_XMax(geom), ST_YMax(geom))), 4326) AS east
    FROM largest
), left_over AS (
    UPDATE cell SET geom = ST_Multi(ST_CollectionExtract(ST_Difference(cell.geom, halved.east), 3))
    FROM halved WHERE cell.boundary_version = 1 AND cell.code = halved.code AND cell.part = halved.part
)
INSERT INTO cell (boundary_version, code, village, town, kind, name, geom, police_grid, part)
SELECT boundary_version, left(code, 12) || (500 + place)::text, village, town, kind, name || '东',
    ST_Multi(ST_CollectionExtract(ST_Intersection(geom, east), 3)), police_grid, part
FROM halved;
