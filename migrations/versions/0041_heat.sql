-- Tickets received in a while, each with the hexagon it lies in: half widths east and rows north of an origin, which is
-- given in degrees with the metres that a degree there is long (gis/hexagons.py has the same formula, and tests compare).
-- A ticket whose place is not known to within a width has none. The middles of hexagons are two lattices, of which the
-- nearer one counts. Read with the reader's own rights, and inlined into the question that asks.
CREATE FUNCTION heat_fact(since timestamptz, until timestamptz, lon_0 double precision, lat_0 double precision,
        east_m double precision, north_m double precision, width_m double precision)
    RETURNS TABLE (ticket bigint, received_at timestamptz, state text, urgency text, category text, town text,
        village text, is_located boolean, east int, north int)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT t.id, t.received_at, t.state, t.urgency, t.category, t.town, t.village, t.lon IS NOT NULL,
        (2 * CASE WHEN n.is_even THEN m.even_x ELSE m.odd_x END)::int,
        CASE WHEN n.is_even THEN m.even_y ELSE m.odd_y END::int
    FROM ticket t
    CROSS JOIN LATERAL (
        SELECT CASE WHEN coalesce(t.radius_m, 0) <= width_m THEN (t.lon - lon_0) * east_m / width_m END AS x,
            (t.lat - lat_0) * north_m / width_m / 0.8660254037844386 AS y
        OFFSET 0
    ) p
    CROSS JOIN LATERAL (
        SELECT floor(p.x + 0.5) AS even_x, 2 * floor(p.y / 2 + 0.5) AS even_y, floor(p.x) + 0.5 AS odd_x,
            2 * floor(p.y / 2) + 1 AS odd_y
        OFFSET 0
    ) m
    CROSS JOIN LATERAL (
        SELECT (p.x - m.even_x) ^ 2 + 0.75 * (p.y - m.even_y) ^ 2
            <= (p.x - m.odd_x) ^ 2 + 0.75 * (p.y - m.odd_y) ^ 2 AS is_even
    ) n
    WHERE t.received_at >= since AND t.received_at < until;
END;

-- What a wall shows beside its figures: how tickets stand now, where they came from, or one after the other.
ALTER TABLE wall ADD COLUMN shows TEXT DEFAULT 'now' NOT NULL,
    ADD CONSTRAINT wall_shows_check CHECK (shows IN ('now', 'heat', 'both'));
GRANT UPDATE (shows) ON wall TO dispatch_app;
