-- name: moment
-- The database's time and the boundary version in force.
SELECT now() AS at, (SELECT id FROM boundary_version WHERE state = 'published') AS boundary_version;

-- name: standing
-- Open tickets of streams ($1) that the reader may see, as counts by how their clocks stand: by place (the center's town;
-- $2: the villages of the one town), by cell, and the $3 that are overdue longest, by category and place alone. What is
-- confidential keeps its category to itself. No word a person wrote is read here.
WITH seen AS MATERIALIZED (
    SELECT t.cell, t.category, t.confidential, coalesce(c.severity, 0) AS severity, c.since,
           CASE WHEN $2 THEN t.village ELSE t.stream::text END AS place
    FROM ticket t
    CROSS JOIN LATERAL (
        SELECT max(CASE WHEN k.warned = 'overdue' OR k.due_at <= now() THEN 2
                        WHEN k.warned = 'soon' OR (clock_marks(k))[2] <= now() THEN 1 ELSE 0 END) AS severity,
               min(k.due_at) FILTER (WHERE k.warned = 'overdue' OR k.due_at <= now()) AS since
        FROM clock k WHERE k.ticket = t.id AND k.stopped_at IS NULL AND k.paused_at IS NULL
    ) c
    WHERE t.stream = ANY ($1::int[]) AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
), named AS (
    SELECT v.code AS place, v.name FROM village v WHERE $2
    UNION ALL
    SELECT u.id::text, coalesce(w.name, u.name) FROM unit u LEFT JOIN town w ON w.code = u.town
    WHERE NOT $2 AND u.id = ANY ($1::int[])
), places AS (
    SELECT n.name, count(*) FILTER (WHERE s.severity IS NOT NULL) AS open, count(*) FILTER (WHERE s.severity = 1) AS soon,
           count(*) FILTER (WHERE s.severity = 2) AS overdue
    FROM seen s FULL JOIN named n ON n.place = s.place
    GROUP BY n.place, n.name HAVING NOT $2 OR count(s.severity) > 0
), cells AS (
    SELECT cell, count(*) AS open, count(*) FILTER (WHERE severity = 1) AS soon,
           count(*) FILTER (WHERE severity = 2) AS overdue
    FROM seen WHERE cell IS NOT NULL GROUP BY cell
), longest AS (
    SELECT s.confidential, split_part(c.path, '/', -1) AS category, n.name AS place, s.since
    FROM seen s LEFT JOIN named n ON n.place = s.place LEFT JOIN category c ON c.code = s.category
    WHERE s.severity = 2 ORDER BY s.since, n.name LIMIT $3
)
SELECT jsonb_build_object(
    'places', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.open DESC, p.name), '[]') FROM places p),
    'cells', (SELECT coalesce(jsonb_object_agg(cell, jsonb_build_array(open, soon, overdue)), '{}') FROM cells),
    'overdue', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'category', CASE WHEN NOT l.confidential THEN l.category END, 'confidential', l.confidential,
        'place', l.place, 'since', wire_time(l.since)) ORDER BY l.since, l.place), '[]') FROM longest l)
);

-- name: flow
-- Tickets of streams ($1) received in each hour of the day that began at $2, and how many were answered since then.
SELECT (SELECT array_agg(coalesce(n.received, 0) ORDER BY h.hour)
        FROM generate_series(0, 23) AS h(hour)
        LEFT JOIN (
            SELECT floor(extract(epoch FROM t.received_at - $2::timestamptz) / 3600)::int AS hour, count(*) AS received
            FROM ticket t
            WHERE t.received_at >= $2 AND t.stream = ANY ($1::int[])
            GROUP BY 1
        ) n ON n.hour = h.hour) AS hours,
       (SELECT count(*) FROM ticket t WHERE t.replied_at >= $2 AND t.stream = ANY ($1::int[])) AS answered;

-- name: ground
-- What a wall's map is drawn of: towns and cells of a boundary version ($2: of one town), their outlines to about twenty
-- meters, which is less than a point of such a screen, and where their names stand.
SELECT jsonb_build_object(
    'towns', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', a.town, 'name', a.name, 'label', a.label, 'shape', a.shape)), '[]')
        FROM (SELECT town, min(name) AS name, ST_AsGeoJSON(ST_PointOnSurface(ST_Collect(geom)), 4)::jsonb -> 'coordinates' AS label,
                     ST_AsGeoJSON(ST_Multi(ST_SimplifyPreserveTopology(ST_UnaryUnion(ST_Collect(geom)), 0.0002)), 4)::jsonb
                         -> 'coordinates' AS shape
              FROM town_area WHERE boundary_version = $1 AND ($2::text IS NULL OR town = $2)
              GROUP BY town ORDER BY town) a),
    'cells', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'label', a.label, 'shape', a.shape)), '[]')
        FROM (SELECT code, ST_AsGeoJSON(ST_PointOnSurface(ST_Collect(geom)), 4)::jsonb -> 'coordinates' AS label,
                     ST_AsGeoJSON(ST_Multi(ST_SimplifyPreserveTopology(ST_UnaryUnion(ST_Collect(geom)), 0.0002)), 4)::jsonb
                         -> 'coordinates' AS shape
              FROM cell WHERE boundary_version = $1 AND ($2::text IS NULL OR town = $2)
              GROUP BY code ORDER BY code) a)
)::text;
