-- name: keep_still
-- One change at a time of who looks after which cell.
SELECT pg_advisory_xact_lock(1718036);

-- name: towns
-- The towns of the boundaries in force: how many cells each has, and how many of them lack somebody of each duty.
SELECT jsonb_build_object('code', c.town, 'name', t.name, 'cells', count(*),
    'worker', count(*) FILTER (WHERE NOT d.duties @> '{worker}'),
    'head', count(*) FILTER (WHERE NOT d.duties @> '{head}'),
    'officer', count(*) FILTER (WHERE NOT d.duties @> '{officer}'))
FROM cell c JOIN boundary_version b ON b.id = c.boundary_version AND b.state = 'published'
JOIN town t ON t.code = c.town
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(d.duty), '{}') AS duties FROM cell_duty d JOIN person p ON p.id = d.person AND p.active
    WHERE d.cell = c.code AND d.valid @> now()
) d
GROUP BY c.town, t.name ORDER BY c.town;

-- name: cells
-- The cells in force of a town ($1, null: of all), with whoever looks after them now or will.
SELECT jsonb_build_object('code', c.code, 'name', c.name, 'kind', c.kind, 'village', c.village,
    'village_name', v.name, 'town', c.town, 'people', coalesce(d.people, '[]'))
FROM cell c JOIN boundary_version b ON b.id = c.boundary_version AND b.state = 'published'
JOIN village v ON v.code = c.village
LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('person', p.id, 'name', p.name, 'phone', p.phone, 'duty', d.duty,
        'full_time', d.full_time, 'since', wire_time(lower(d.valid)), 'until', wire_time(upper(d.valid)))
        ORDER BY array_position(ARRAY['worker', 'head', 'officer'], d.duty), d.full_time DESC, p.id) AS people
    FROM cell_duty d JOIN person p ON p.id = d.person AND p.active
    WHERE d.cell = c.code AND (upper_inf(d.valid) OR upper(d.valid) > now()) AND NOT isempty(d.valid)
) d ON true
WHERE $1::text IS NULL OR c.town = $1 ORDER BY c.code;

-- name: town_of
-- The town of a cell in force.
SELECT c.town FROM cell c JOIN boundary_version b ON b.id = c.boundary_version AND b.state = 'published'
WHERE c.code = $1 LIMIT 1;

-- name: people
-- People in office, with the towns whose units they work for; of one town ($1), or all.
SELECT p.id, p.name, p.post, p.phone, array_remove(array_agg(DISTINCT u.town), NULL) AS towns
FROM person p JOIN membership m ON m.person = p.id JOIN unit u ON u.id = m.unit
WHERE p.active AND m.valid @> now() AND m.role NOT IN ('system_admin', 'security_admin', 'audit_admin')
    AND ($1::text IS NULL OR u.town = $1)
GROUP BY p.id ORDER BY p.id;

-- name: held
-- Whoever has a duty in a cell now or will: all of them, one by one.
SELECT d.cell, d.duty, d.person, d.full_time FROM cell_duty d JOIN person p ON p.id = d.person AND p.active
WHERE upper_inf(d.valid) OR upper(d.valid) > now();

-- name: begin
-- Somebody looks after a cell from an instant on.
INSERT INTO cell_duty (cell, person, duty, full_time, valid) VALUES ($1, $2, $3, $4, tstzrange($5, NULL));

-- name: change
-- Full time or not, from now on known so.
UPDATE cell_duty SET full_time = $4
WHERE cell = $1 AND person = $2 AND duty = $3 AND (upper_inf(valid) OR upper(valid) > now());

-- name: end
-- Somebody looks after a cell until an instant; what had not begun by then goes without having been.
UPDATE cell_duty SET valid = tstzrange(least(lower(valid), $4 - interval '1 microsecond'), $4)
WHERE cell = $1 AND person = $2 AND duty = $3 AND (upper_inf(valid) OR upper(valid) > $4)
RETURNING person;

-- name: names
-- What people are called.
SELECT id, name FROM person WHERE id = ANY ($1);
