-- name: listed
-- Boundary versions as people see them, the newest first; $1 one of them, null: all.
SELECT jsonb_build_object(
    'id', b.id, 'state', b.state, 'note', b.note, 'illustrative', b.illustrative, 'based_on', b.based_on,
    'revision', b.revision, 'created_at', wire_time(b.created_at), 'created_by', p.name,
    'publish_at', wire_time(b.publish_at), 'published_at', wire_time(b.published_at), 'published_by', q.name,
    'retired_at', wire_time(b.retired_at), 'held_back', b.held_back, 'checked', b.checked,
    'counts', jsonb_build_object(
        'town', (SELECT count(*) FROM town_area a WHERE a.boundary_version = b.id),
        'village', (SELECT count(*) FROM village_area a WHERE a.boundary_version = b.id),
        'cell', (SELECT count(*) FROM cell a WHERE a.boundary_version = b.id),
        'police_grid', (SELECT count(*) FROM police_grid a WHERE a.boundary_version = b.id)
    ),
    'rezoning', (
        SELECT jsonb_build_object(
            'total', r.total, 'done', r.done, 'moved', r.moved, 'other_center', r.other_center, 'failed', r.failed,
            'started_at', wire_time(r.started_at), 'finished_at', wire_time(r.finished_at),
            'overtaken_by', r.overtaken_by
        ) FROM rezoning r WHERE r.boundary_version = b.id
    )
)
FROM boundary_version b LEFT JOIN person p ON p.id = b.created_by LEFT JOIN person q ON q.id = b.published_by
WHERE $1::int IS NULL OR b.id = $1
ORDER BY b.id DESC;

-- name: version
-- What decisions read of a version.
SELECT id, state, note, based_on, revision, publish_at, checked FROM boundary_version WHERE id = $1;

-- name: lock
-- The same, locked until the transaction ends.
SELECT id, state, note, based_on, revision, publish_at, checked FROM boundary_version WHERE id = $1 FOR UPDATE;

-- name: published
-- The version in force.
SELECT id FROM boundary_version WHERE state = 'published';

-- name: bounds
-- West, south, east, north of a version's towns.
SELECT ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)]
FROM (SELECT ST_Extent(geom) AS box FROM town_area WHERE boundary_version = $1) area
WHERE box IS NOT NULL;

-- name: create
-- A new draft under the next number.
INSERT INTO boundary_version (id, state, note, based_on, created_by, illustrative)
SELECT coalesce(max(v.id), 0) + 1, 'draft', $1, $2, $3,
    coalesce((SELECT b.illustrative FROM boundary_version b WHERE b.id = $2), false)
FROM boundary_version v
RETURNING id;

-- name: copy_towns
-- The towns of version $1 into draft $2.
INSERT INTO town_area (boundary_version, town, part, name, geom, label)
SELECT $2, town, part, name, geom, label FROM town_area WHERE boundary_version = $1;

-- name: copy_villages
-- The villages of version $1 into draft $2.
INSERT INTO village_area (boundary_version, village, part, town, name, geom, label)
SELECT $2, village, part, town, name, geom, label FROM village_area WHERE boundary_version = $1;

-- name: copy_cells
-- The cells of version $1 into draft $2, with the police grids they belong to now, or did when the version was retired.
INSERT INTO cell (boundary_version, code, part, village, town, kind, name, police_grid, geom, label)
SELECT $2, c.code, c.part, c.village, c.town, c.kind, c.name,
    CASE b.state WHEN 'published' THEN l.police_grid WHEN 'retired' THEN coalesce(l.police_grid, c.police_grid)
        ELSE c.police_grid END, c.geom, c.label
FROM cell c JOIN boundary_version b ON b.id = c.boundary_version
LEFT JOIN cell_police_grid l ON l.cell = c.code AND l.valid @> coalesce(b.retired_at - interval '1 microsecond', now())
WHERE c.boundary_version = $1;

-- name: copy_police_grids
-- The police grids of version $1 into draft $2.
INSERT INTO police_grid (boundary_version, code, part, name, town, police_station, geom, label)
SELECT $2, code, part, name, town, police_station, geom, label FROM police_grid WHERE boundary_version = $1;

-- name: set_note
-- What a version is for.
UPDATE boundary_version SET note = $2 WHERE id = $1;

-- name: raise_revision
-- The draft has changed.
UPDATE boundary_version SET revision = revision + 1, held_back = NULL WHERE id = $1 RETURNING revision;

-- name: has_children
-- Whether another version began from this one.
SELECT EXISTS (SELECT FROM boundary_version WHERE based_on = $1);

-- name: remove
-- A draft goes.
DELETE FROM boundary_version WHERE id = $1;

-- name: remove_town
-- Towns of a draft: those of $2, null: all.
DELETE FROM town_area WHERE boundary_version = $1 AND ($2::text[] IS NULL OR town = ANY ($2));

-- name: remove_village
-- Villages of a draft: those of $2, null: all.
DELETE FROM village_area WHERE boundary_version = $1 AND ($2::text[] IS NULL OR village = ANY ($2));

-- name: remove_cell
-- Cells of a draft: those of $2, null: all.
DELETE FROM cell WHERE boundary_version = $1 AND ($2::text[] IS NULL OR code = ANY ($2));

-- name: remove_police_grid
-- Police grids of a draft: those of $2, null: all.
DELETE FROM police_grid WHERE boundary_version = $1 AND ($2::text[] IS NULL OR code = ANY ($2));

-- name: insert_town
-- Towns into a draft, column by column.
INSERT INTO town_area (boundary_version, town, part, name, geom, label)
SELECT $1, r.code, r.part, r.name, ST_GeomFromWKB(r.geom, 4326), ST_GeomFromWKB(r.label, 4326)
FROM unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::bytea[], $10::bytea[])
    AS r(code, part, parent, name, kind, police_grid, police_station, geom, label);

-- name: insert_village
-- Villages into a draft, column by column.
INSERT INTO village_area (boundary_version, village, part, town, name, geom, label)
SELECT $1, r.code, r.part, r.parent, r.name, ST_GeomFromWKB(r.geom, 4326), ST_GeomFromWKB(r.label, 4326)
FROM unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::bytea[], $10::bytea[])
    AS r(code, part, parent, name, kind, police_grid, police_station, geom, label);

-- name: insert_cell
-- Cells into a draft, column by column; their towns follow from their villages (`settle_towns`).
INSERT INTO cell (boundary_version, code, part, village, town, name, kind, police_grid, geom, label)
SELECT $1, r.code, r.part, r.parent, '', r.name, r.kind, r.police_grid, ST_GeomFromWKB(r.geom, 4326),
    ST_GeomFromWKB(r.label, 4326)
FROM unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::bytea[], $10::bytea[])
    AS r(code, part, parent, name, kind, police_grid, police_station, geom, label);

-- name: insert_police_grid
-- Police grids into a draft, column by column.
INSERT INTO police_grid (boundary_version, code, part, town, name, police_station, geom, label)
SELECT $1, r.code, r.part, r.parent, r.name, r.police_station, ST_GeomFromWKB(r.geom, 4326),
    ST_GeomFromWKB(r.label, 4326)
FROM unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::bytea[], $10::bytea[])
    AS r(code, part, parent, name, kind, police_grid, police_station, geom, label);

-- name: settle_towns
-- A cell lies in the town of its village; in none where the draft has no such village. Village by village by key: this
-- runs where joins are made row by row.
UPDATE cell c SET town = coalesce((
    SELECT min(v.town) FROM village_area v WHERE v.boundary_version = c.boundary_version AND v.village = c.village
), '')
WHERE c.boundary_version = $1 AND c.town <> coalesce((
    SELECT min(v.town) FROM village_area v WHERE v.boundary_version = c.boundary_version AND v.village = c.village
), '');

-- name: areas_town
-- Towns of a version, as every level is read.
SELECT town AS code, part, NULL AS parent, name, NULL AS kind, NULL AS police_grid, NULL::int AS police_station,
    ST_AsBinary(geom) AS geom, ST_AsBinary(label) AS label
FROM town_area WHERE boundary_version = $1 ORDER BY town, part;

-- name: areas_village
-- Villages of a version, as every level is read.
SELECT village AS code, part, town AS parent, name, NULL AS kind, NULL AS police_grid, NULL::int AS police_station,
    ST_AsBinary(geom) AS geom, ST_AsBinary(label) AS label
FROM village_area WHERE boundary_version = $1 ORDER BY village, part;

-- name: areas_cell
-- Cells of a version, as every level is read.
SELECT code, part, village AS parent, name, kind, police_grid, NULL::int AS police_station,
    ST_AsBinary(geom) AS geom, ST_AsBinary(label) AS label
FROM cell WHERE boundary_version = $1 ORDER BY code, part;

-- name: areas_police_grid
-- Police grids of a version, as every level is read.
SELECT code, part, town AS parent, name, NULL AS kind, NULL AS police_grid, police_station,
    ST_AsBinary(geom) AS geom, ST_AsBinary(label) AS label
FROM police_grid WHERE boundary_version = $1 ORDER BY code, part;

-- name: set_cell
-- A cell's own values by hand, in all of its parts; null: as before. $5 says whether the police grid changes.
UPDATE cell SET name = coalesce($3, name), kind = coalesce($4, kind),
    police_grid = CASE WHEN $5 THEN $6 ELSE police_grid END
WHERE boundary_version = $1 AND code = $2
RETURNING town;

-- name: cell_town
-- The town of a cell of a version, and its police grid in force.
SELECT c.town, l.police_grid FROM cell c
LEFT JOIN cell_police_grid l ON l.cell = c.code AND l.valid @> now()
WHERE c.boundary_version = $1 AND c.code = $2 LIMIT 1;

-- name: police_grid_town
-- The town of a police grid of a version.
SELECT town FROM police_grid WHERE boundary_version = $1 AND code = $2 LIMIT 1;

-- name: police_stations
-- Police stations by name.
SELECT name, id FROM unit WHERE kind = 'police_station' AND active ORDER BY id;

-- name: set_checked
-- At which revision a draft was checked, and what was found.
UPDATE boundary_version SET checked = jsonb_build_object(
    'revision', revision, 'at', wire_time(clock_timestamp()), 'blocking', $2::int, 'warning', $3::int
)
WHERE id = $1;

-- name: forget_faults
-- What the last check found goes.
DELETE FROM boundary_fault WHERE boundary_version = $1;

-- name: forget_repairs
-- What was offered goes.
DELETE FROM boundary_repair WHERE boundary_version = $1;

-- name: insert_faults
-- What a check found, column by column; the codes of a row are one text with a separator.
INSERT INTO boundary_fault (boundary_version, ordinal, kind, severity, layer, codes, area_m2, width_m, says, repair, geom)
SELECT $1, r.ordinal, r.kind, r.severity, r.layer, string_to_array(r.codes, chr(31)), r.area_m2, r.width_m, r.says, r.repair,
    ST_GeomFromWKB(r.geom, 4326)
FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::float8[], $9::text[],
    $10::text[], $11::bytea[]) AS r(ordinal, kind, severity, layer, codes, area_m2, width_m, says, repair, geom);

-- name: insert_repairs
-- Repairs that are offered, column by column.
INSERT INTO boundary_repair (boundary_version, id, ordinal, kind, layer, codes, says, moved_m2, most_m2, before, after)
SELECT $1, r.id, r.ordinal, r.kind, r.layer, string_to_array(r.codes, chr(31)), r.says, r.moved_m2, r.most_m2,
    ST_GeomFromWKB(r.before, 4326), ST_GeomFromWKB(r.after, 4326)
FROM unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::float8[],
    $10::bytea[], $11::bytea[]) AS r(id, ordinal, kind, layer, codes, says, moved_m2, most_m2, before, after);

-- name: faults
-- What the last check found.
SELECT jsonb_build_object(
    'id', ordinal, 'kind', kind, 'severity', severity, 'layer', layer, 'codes', codes, 'area_m2', area_m2,
    'width_m', width_m, 'says', says, 'repair', repair, 'geometry', ST_AsGeoJSON(geom, 8)::jsonb
)
FROM boundary_fault WHERE boundary_version = $1 ORDER BY ordinal;

-- name: repairs
-- What is offered.
SELECT jsonb_build_object(
    'id', id, 'kind', kind, 'layer', layer, 'codes', codes, 'says', says, 'moved_m2', moved_m2, 'most_m2', most_m2,
    'before', ST_AsGeoJSON(before, 8)::jsonb, 'after', ST_AsGeoJSON(after, 8)::jsonb
)
FROM boundary_repair WHERE boundary_version = $1 ORDER BY ordinal;

-- name: drawn_town
-- Towns as GeoJSON features.
SELECT (jsonb_build_object('type', 'Feature', 'id', town, 'geometry', ST_AsGeoJSON(geom, 7)::jsonb,
    'properties', jsonb_build_object('code', town, 'name', name)))::text
FROM town_area WHERE boundary_version = $1 ORDER BY town, part;

-- name: drawn_village
-- Villages as GeoJSON features.
SELECT (jsonb_build_object('type', 'Feature', 'id', village, 'geometry', ST_AsGeoJSON(geom, 7)::jsonb,
    'properties', jsonb_build_object('code', village, 'name', name, 'town', town)))::text
FROM village_area WHERE boundary_version = $1 ORDER BY village, part;

-- name: drawn_cell
-- Cells as GeoJSON features, with what their village is called: there is a first cell in every one.
SELECT (jsonb_build_object('type', 'Feature', 'id', c.code, 'geometry', ST_AsGeoJSON(c.geom, 7)::jsonb,
    'properties', jsonb_build_object('code', c.code, 'name', c.name, 'kind', c.kind, 'village', c.village,
        'village_name', v.name, 'town', c.town, 'police_grid', c.police_grid)))::text
FROM cell c LEFT JOIN (
    SELECT village, min(name) AS name FROM village_area WHERE boundary_version = $1 GROUP BY village
) v ON v.village = c.village
WHERE c.boundary_version = $1 ORDER BY c.code, c.part;

-- name: drawn_police_grid
-- Police grids as GeoJSON features.
SELECT (jsonb_build_object('type', 'Feature', 'id', g.code, 'geometry', ST_AsGeoJSON(g.geom, 7)::jsonb,
    'properties', jsonb_build_object('code', g.code, 'name', g.name, 'town', g.town, 'police_station', u.name)))::text
FROM police_grid g LEFT JOIN unit u ON u.id = g.police_station WHERE g.boundary_version = $1 ORDER BY g.code, g.part;

-- name: names_town
-- What the towns of a version are called.
SELECT town AS code, min(name) AS name FROM town_area WHERE boundary_version = $1 GROUP BY town;

-- name: names_village
-- What the villages of a version are called.
SELECT village AS code, min(name) AS name FROM village_area WHERE boundary_version = $1 GROUP BY village;

-- name: names_cell
-- What the cells of a version are called, after their village: there is a first cell in every one.
SELECT c.code, concat_ws(' ', min(v.name), min(c.name)) AS name FROM cell c
LEFT JOIN village_area v ON v.boundary_version = c.boundary_version AND v.village = c.village
WHERE c.boundary_version = $1 GROUP BY c.code;

-- name: names_police_grid
-- What the police grids of a version are called.
SELECT code, min(name) AS name FROM police_grid WHERE boundary_version = $1 GROUP BY code;
