-- name: asked
-- How many of a hotline's tickets of a time (and of some towns, null: of all) had to be placed.
SELECT count(*) FROM ticket
WHERE received_at >= $1 AND received_at < $2 AND place_need IN ('cell', 'point') AND source <> 'desk'
    AND ($3::text[] IS NULL OR town = ANY($3));

-- name: confirmed
-- The newest $4 of them whose place is confirmed, with what the geocoder said first: where a person placed or moved it
-- last, or, where nobody did, that it was handled to the end where it was sent. A pick in another boundary version
-- cannot be compared by codes and is left out.
WITH asked AS MATERIALIZED (
    SELECT id, state FROM ticket
    WHERE received_at >= $1 AND received_at < $2 AND place_need IN ('cell', 'point') AND source <> 'desk'
        AND ($3::text[] IS NULL OR town = ANY($3))
    ORDER BY received_at DESC LIMIT $4
)
SELECT f.changes ->> 'level' AS level, (f.changes ->> 'p_cell')::float8 AS p_cell,
    (f.changes ->> 'p_town')::float8 AS p_town, f.changes -> 'located' -> 'raw' AS raw,
    coalesce((f.changes -> 'located' ->> 'setting')::int, 0) AS setting,
    f.changes -> 'located' ->> 'cell' AS cell,
    coalesce(f.changes -> 'located' ->> 'town', f.changes ->> 'town') AS town,
    p.changes ->> 'cell' AS picked_cell, v.town AS picked_town, p.ticket IS NOT NULL AS picked
FROM asked a
JOIN journal f ON f.ticket = a.id AND f.version = 1
LEFT JOIN LATERAL (
    SELECT j.ticket, j.changes FROM journal j
    WHERE j.ticket = a.id AND j.event IN ('ticket.placed', 'ticket.relocated') ORDER BY j.version DESC LIMIT 1
) p ON true
LEFT JOIN village v ON v.code = p.changes ->> 'village'
WHERE f.changes ->> 'p_cell' IS NOT NULL AND CASE WHEN p.ticket IS NOT NULL
    THEN p.changes ->> 'boundary_version' IS NOT DISTINCT FROM f.changes ->> 'boundary_version'
    ELSE a.state IN ('replied', 'closed') AND f.changes ->> 'cell' IS NOT NULL AND EXISTS (
        SELECT FROM journal h WHERE h.ticket = a.id AND h.event IN ('ticket.arrived', 'ticket.answered')
    ) END;
