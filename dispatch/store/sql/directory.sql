-- name: units
-- Active units of some centers ($1, null: of all), and those everybody may name: centers and departments.
SELECT jsonb_build_object(
    'id', id, 'kind', kind, 'name', name, 'center', center, 'town', town, 'village', village, 'phone', phone
)
FROM unit
WHERE active AND ($1::int[] IS NULL OR center = ANY ($1)
    OR kind IN ('district_center', 'town_center', 'department'))
ORDER BY id;

-- name: people
-- Active people with a post in units of some centers ($1, null: of all), and the departments' liaisons.
SELECT jsonb_build_object(
    'id', p.id, 'name', p.name, 'post', p.post, 'phone', p.phone, 'unit', m.unit,
    'roles', jsonb_agg(m.role ORDER BY m.role)
)
FROM membership m
JOIN person p ON p.id = m.person
JOIN unit u ON u.id = m.unit
WHERE m.valid @> now() AND p.active AND m.role NOT IN ('system_admin', 'security_admin', 'audit_admin')
  AND ($1::int[] IS NULL OR u.center = ANY ($1) OR m.role = 'department_liaison')
GROUP BY p.id, m.unit
ORDER BY m.unit, p.id;

-- name: towns
-- The towns there are or were: tickets that have ended keep the names of their boundaries.
SELECT jsonb_build_object('code', code, 'name', name) FROM town ORDER BY code;

-- name: villages
-- Villages of some towns ($1, null: of all).
SELECT jsonb_build_object('code', code, 'name', name, 'town', town)
FROM village WHERE $1::text[] IS NULL OR town = ANY ($1) ORDER BY code;

-- name: categories
-- What requests are about, what each needs to know of the place, and whether new tickets are given it today.
SELECT jsonb_build_object('code', code, 'path', path, 'place_need', place_need,
    'in_use', daterange(valid_from, valid_until) @> (now() AT TIME ZONE 'Asia/Shanghai')::date)
FROM category ORDER BY path;

-- name: published
-- The boundary version in force.
SELECT id FROM boundary_version WHERE state = 'published';

-- name: bounds
-- West, south, east, north of a town ($2, null: of the district) in a boundary version.
SELECT ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)]
FROM (
    SELECT ST_Extent(geom) AS box FROM town_area
    WHERE boundary_version = $1 AND ($2::text IS NULL OR town = $2)
) area
WHERE box IS NOT NULL;

-- name: cell
-- A cell in a boundary version with its village and town as they were called then, and the police grid it belongs to
-- now, or did while that version was in force.
SELECT c.code, c.name, c.kind, c.village, v.name AS village_name, c.town, t.name AS town_name,
       g.code AS grid_code, g.name AS grid_name, s.name AS grid_station, s.phone AS grid_phone
FROM cell c
JOIN boundary_version b ON b.id = c.boundary_version
JOIN village_area v ON v.boundary_version = b.id AND v.village = c.village
JOIN town_area t ON t.boundary_version = b.id AND t.town = c.town
LEFT JOIN cell_police_grid l ON l.cell = c.code
    AND l.valid @> coalesce(b.retired_at - interval '1 microsecond', now())
LEFT JOIN police_grid g ON g.code = l.police_grid AND g.boundary_version = b.id
LEFT JOIN unit s ON s.id = g.police_station
WHERE c.code = $1 AND c.boundary_version = $2;

-- name: cell_people
-- Who looks after a cell today: workers, heads, community officers.
SELECT p.id, p.name, p.post, p.phone, d.duty, d.full_time
FROM cell_duty d
JOIN person p ON p.id = d.person
WHERE d.cell = $1 AND d.valid @> now() AND p.active
ORDER BY array_position(ARRAY['worker', 'head', 'officer'], d.duty), d.full_time DESC, p.id;
