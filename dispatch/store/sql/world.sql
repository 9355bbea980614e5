-- name: units
-- Every active unit.
SELECT id, kind, name, center, town, village, police_grid, phone FROM unit WHERE active ORDER BY id;

-- name: police_stations
-- The police station of each police grid in force.
SELECT p.code, p.police_station FROM police_grid p JOIN boundary_version b ON b.id = p.boundary_version
WHERE b.state = 'published';

-- name: categories
-- Every category, those that are over too, because tickets keep theirs; where two share a name, the one that ends first.
SELECT code, path, place_need, evidence_required, signoff_required, aliases, valid_from, valid_until
FROM category ORDER BY valid_until NULLS LAST, code;

-- name: active_rules
-- The routing rules in force, in order.
SELECT r.version, r.ordinal, r.name, r.types, r.categories, r.place_needs, r.cell_kinds, r.target_kind,
    r.target_unit, r.reason, r.urgencies, r.towns, r.sources, r.channels, r.police_lists, r.power, r.time_from,
    r.time_until, r.days, r.valid_from, r.valid_until, r.enabled
FROM routing_rule r JOIN rule_set s USING (version) WHERE s.active ORDER BY r.ordinal;

-- name: active_version
-- The version of the rules in force, and its revision, which rises with the tables beside it.
SELECT version, revision FROM rule_set WHERE active;

-- name: powers
-- Penalty powers of towns, those to come and those taken back too: rules ask by the day.
SELECT id, power, categories, town, bureau, valid_from, valid_until FROM enforcement_power ORDER BY id;

-- name: police_lists
-- The matters of the two lists shared with the police, those to come and those struck off too.
SELECT id, list, matter, category, valid_from, valid_until FROM police_list ORDER BY id;

-- name: published
-- The boundary version in force.
SELECT id, revision FROM boundary_version WHERE state = 'published';

-- name: cells
-- The cells in force with their village, town, police grid, kind and name.
SELECT c.code, c.village, c.town, coalesce(l.police_grid, ''), c.kind, ST_AsBinary(c.geom), c.name
FROM cell c JOIN boundary_version b ON b.id = c.boundary_version
LEFT JOIN cell_police_grid l ON l.cell = c.code AND l.valid @> now()
WHERE b.state = 'published' ORDER BY c.code;

-- name: area_names
-- What villages, towns and the police grids in force are called.
SELECT 'village' AS kind, code, name FROM village
UNION ALL SELECT 'town', code, name FROM town
UNION ALL SELECT 'police_grid', p.code, p.name
FROM police_grid p JOIN boundary_version b ON b.id = p.boundary_version WHERE b.state = 'published';

-- name: places
-- The gazetteer's places in force.
SELECT id, kind, name, parent, lon, lat, radius_m, village, town FROM place WHERE valid_until IS NULL ORDER BY id;

-- name: aliases
-- The approved other names of places in force.
SELECT a.place, a.name, a.kind FROM alias a JOIN place p ON p.id = a.place
WHERE a.state = 'approved' AND p.valid_until IS NULL ORDER BY a.id;

-- name: alias_ids
-- The ids of the approved other names, in the order of `aliases`.
SELECT a.id FROM alias a JOIN place p ON p.id = a.place
WHERE a.state = 'approved' AND p.valid_until IS NULL ORDER BY a.id;

-- name: gazetteer_version
-- The version of the places and their names: each change makes the next one.
SELECT coalesce(max(id), 0) FROM gazetteer_version;

-- name: links
-- What changes when a cell's police grid does: a digest of the links in force.
SELECT coalesce(md5(string_agg(cell || police_grid, ',' ORDER BY cell)), '')
FROM cell_police_grid WHERE valid @> now();

-- name: cells_named
-- The cells in force with the names of village, town and police grid.
SELECT c.code, c.name, c.kind, c.village, v.name AS village_name, c.town, t.name AS town_name, l.police_grid,
    g.name AS police_grid_name, ST_AsBinary(c.geom) AS geom
FROM cell c JOIN boundary_version b ON b.id = c.boundary_version
JOIN village v ON v.code = c.village JOIN town t ON t.code = c.town
LEFT JOIN cell_police_grid l ON l.cell = c.code AND l.valid @> now()
LEFT JOIN police_grid g ON g.boundary_version = b.id AND g.code = l.police_grid
WHERE b.state = 'published' ORDER BY c.code;

-- name: extent
-- The district's bounds in degrees: west, south, east, north.
SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e) FROM (
    SELECT ST_Extent(geom) AS e FROM cell c JOIN boundary_version b ON b.id = c.boundary_version
    WHERE b.state = 'published'
) x;

-- name: data_keys
-- The wrapped data keys.
SELECT id, wrapped FROM data_key ORDER BY id;

-- name: insert_data_key
-- The first data key; another process may have been first.
INSERT INTO data_key (id, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING;
