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
SELECT c.level, c.p_cell, c.p_town, c.located -> 'raw' AS raw, coalesce((c.located ->> 'setting')::int, 0) AS setting,
    c.located ->> 'cell' AS cell, coalesce(c.located ->> 'town', c.town) AS town, p.cell AS picked_cell,
    (SELECT v.town FROM village v WHERE v.code = p.village) AS picked_town, p.ticket IS NOT NULL AS picked
FROM asked a
JOIN journal f ON f.ticket = a.id AND f.version = 1
CROSS JOIN LATERAL jsonb_to_record(f.changes) AS c(
    level text, p_cell float8, p_town float8, cell text, town text, boundary_version int, located jsonb
)
LEFT JOIN LATERAL (
    SELECT j.ticket, j.changes ->> 'cell' AS cell, j.changes ->> 'village' AS village,
        (j.changes ->> 'boundary_version')::int AS boundary_version
    FROM journal j
    WHERE j.ticket = a.id AND j.event IN ('ticket.placed', 'ticket.relocated') ORDER BY j.version DESC LIMIT 1
) p ON true
WHERE c.p_cell IS NOT NULL AND CASE WHEN p.ticket IS NOT NULL
    THEN p.boundary_version IS NOT DISTINCT FROM c.boundary_version
    ELSE a.state IN ('replied', 'closed') AND c.cell IS NOT NULL AND EXISTS (
        SELECT FROM journal h WHERE h.ticket = a.id AND h.event IN ('ticket.arrived', 'ticket.answered')
    ) END;
