-- name: keep_still
-- One change of the register at a time; whoever comes second reads what the first one wrote.
SELECT pg_advisory_xact_lock(1718035);

-- name: all
-- Every unit in use.
SELECT id, kind, name, parent, town, village, police_grid, station, phone, center FROM unit WHERE active ORDER BY id;

-- name: last
-- The highest number ever given.
SELECT coalesce(max(id), 0) FROM unit;

-- name: draft_areas
-- Towns and villages that only a draft knows, so that units can be there before boundaries are in force; the newest
-- draft says what they are called.
SELECT DISTINCT ON (level, code) level, code, name, town FROM (
    SELECT 'town' AS level, a.town AS code, a.name, NULL AS town, a.boundary_version FROM town_area a
    UNION ALL SELECT 'village', a.village, a.name, a.town, a.boundary_version FROM village_area a
    UNION ALL SELECT 'police_grid', p.code, p.name, p.town, p.boundary_version FROM police_grid p
) drawn JOIN boundary_version b ON b.id = drawn.boundary_version
WHERE b.state IN ('draft', 'scheduled', 'published')
ORDER BY level, code, (b.state = 'published') DESC, b.id DESC;

-- name: know_town
-- A town of a draft that a unit is of.
INSERT INTO town (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: know_village
-- A village of a draft that a unit is of.
INSERT INTO village (code, town, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING;

-- name: add
-- A new unit.
INSERT INTO unit (id, kind, name, parent, center, town, village, police_grid, station, phone)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: add_stream
-- What a new center's desk reads from.
INSERT INTO stream (id, seq) VALUES ($1, 0) ON CONFLICT DO NOTHING;

-- name: change
-- A unit as it is from now on; its kind, place and center stay.
UPDATE unit SET name = $2, parent = $3, police_grid = $4, station = $5, phone = $6 WHERE id = $1;

-- name: listed
-- Every unit, those that have ended too, with how many people work there, how many open tickets are in its hands, and
-- its liaisons.
WITH hands AS (
    SELECT unit, count(DISTINCT ticket) AS n FROM (
        SELECT t.unit, t.id AS ticket FROM ticket t
        WHERE t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
        UNION ALL
        SELECT a.unit, a.ticket FROM assignment a WHERE a.closed_at IS NULL
    ) held GROUP BY unit
), posts AS (
    SELECT m.unit, count(DISTINCT m.person) AS n,
        jsonb_agg(jsonb_build_object('name', p.name, 'phone', p.phone) ORDER BY p.id)
            FILTER (WHERE m.role = 'department_liaison') AS liaisons
    FROM membership m JOIN person p ON p.id = m.person WHERE m.valid @> now() GROUP BY m.unit
)
SELECT jsonb_build_object('id', u.id, 'kind', u.kind, 'name', u.name, 'parent', u.parent, 'center', u.center,
    'town', u.town, 'village', u.village, 'police_grid', u.police_grid, 'station', u.station, 'phone', u.phone,
    'active', u.active, 'ends_at', wire_time(u.ends_at), 'people', coalesce(p.n, 0), 'tickets', coalesce(h.n, 0),
    'liaisons', coalesce(p.liaisons, '[]'))
FROM unit u LEFT JOIN hands h ON h.unit = u.id LEFT JOIN posts p ON p.unit = u.id
ORDER BY u.active DESC, u.id;

-- name: holds
-- What a unit still holds: open tickets, open assignments, posts of now and to come, units below it, rules in force that
-- name it, powers that go back to it, police grids of the boundaries in force that are its, precedents that name it.
SELECT
    (SELECT count(*) FROM ticket t WHERE (t.unit = $1 OR t.owed_by = $1 OR t.stream = $1)
        AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')) AS tickets,
    (SELECT count(*) FROM assignment a WHERE a.unit = $1 AND a.closed_at IS NULL) AS assignments,
    (SELECT count(DISTINCT m.person) FROM membership m
        WHERE m.unit = $1 AND (upper_inf(m.valid) OR upper(m.valid) > now())) AS people,
    (SELECT count(*) FROM unit u WHERE u.active AND u.id <> $1 AND (u.parent = $1 OR u.center = $1 OR u.station = $1))
        AS units,
    (SELECT count(*) FROM routing_rule r JOIN rule_set s USING (version) WHERE s.active AND r.target_unit = $1) AS rules,
    (SELECT count(*) FROM enforcement_power p
        WHERE p.bureau = $1 AND (p.valid_until IS NULL OR p.valid_until > current_date)) AS powers,
    (SELECT count(DISTINCT g.code) FROM police_grid g JOIN boundary_version b ON b.id = g.boundary_version
        WHERE b.state = 'published' AND g.police_station = $1) AS police_grids,
    (SELECT count(*) FROM precedent p WHERE p.unit = $1 AND (p.valid_until IS NULL OR p.valid_until > now())) AS precedents;

-- name: one
-- One unit, locked.
SELECT id, kind, name, active, ends_at FROM unit WHERE id = $1 FOR NO KEY UPDATE;

-- name: end
-- A unit ends at an instant (null: it stays), and whether it is in use until then.
UPDATE unit SET ends_at = $2, active = $3 WHERE id = $1;

-- name: due
-- Units whose end has come and that are still in use; another process may be at them, and is left to it.
SELECT id FROM unit WHERE active AND ends_at <= now() ORDER BY id FOR NO KEY UPDATE SKIP LOCKED;

-- name: grounds_changed
-- Units are read with the rules: whoever decides by the former ones begins again.
UPDATE rule_set SET revision = revision + 1 WHERE active;
