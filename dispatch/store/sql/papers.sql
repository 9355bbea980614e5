-- name: subject
-- What every paper of a ticket says of it: number, words, what its caller added later, place, limits, who holds it, its
-- caller masked, and now.
SELECT t.number, t.order_no, t.title, t.content, t.address,
    CASE WHEN t.supplements > 0 THEN (
        SELECT string_agg(j.detail->>'text', E'\n' ORDER BY j.version) FROM journal j
        WHERE j.ticket = t.id AND j.event = 'ticket.supplemented' AND j.detail->>'text' <> '') END AS added,
    t.type, t.urgency, t.state, t.confidential, t.received_at,
    t.urged, coalesce(t.returns, 0) AS returns, k.path AS category, concat_ws(' ', n.name, v.name, g.name) AS area,
    coalesce(t.outer_due, r.due_at) AS reply_due, t.outer_due IS NULL AND r.unannounced AS reply_unannounced,
    i.due_at AS inner_due, i.unannounced AS inner_unannounced,
    u.name AS center, h.name AS holder, p.name AS holder_person, c.ticket IS NOT NULL AS has_caller, c.masked_name,
    c.masked_phone, now() AS now
FROM ticket t
JOIN unit u ON u.id = t.stream
LEFT JOIN unit h ON h.id = coalesce(t.lead_unit, t.unit)
LEFT JOIN person p ON p.id = t.lead_person
LEFT JOIN category k ON k.code = t.category
LEFT JOIN town n ON n.code = t.town
LEFT JOIN village v ON v.code = t.village
LEFT JOIN LATERAL (
    SELECT name FROM cell WHERE boundary_version = t.boundary_version AND code = t.cell LIMIT 1
) g ON true
LEFT JOIN LATERAL (
    SELECT due_at, unannounced FROM clock WHERE ticket = t.id AND kind IN ('reply', 'redo') AND stopped_at IS NULL
    ORDER BY due_at LIMIT 1
) r ON true
LEFT JOIN LATERAL (
    SELECT due_at, unannounced FROM clock WHERE ticket = t.id AND kind = 'inner' AND stopped_at IS NULL
    ORDER BY due_at LIMIT 1
) i ON true
LEFT JOIN caller c ON c.ticket = t.id
WHERE t.id = $1;

-- name: assignment
-- To whom a ticket was given as its lead ($2, null: last), by whom, and who handles it beside.
SELECT a.id, a.opened_at AS at, u.name AS unit, p.name AS person, coalesce(p.phone, u.phone) AS phone, a.note,
    (SELECT q.name FROM journal j JOIN person q ON q.id = j.actor_person
        WHERE j.ticket = a.ticket AND j.event IN ('ticket.assigned', 'ticket.reassigned', 'ticket.taken')
            AND j.at <= a.opened_at
        ORDER BY j.version DESC LIMIT 1) AS by,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', w.name, 'person', q.name,
            'phone', coalesce(q.phone, w.phone)) ORDER BY o.id), '[]')
        FROM assignment o JOIN unit w ON w.id = o.unit LEFT JOIN person q ON q.id = o.person
        WHERE o.ticket = a.ticket AND o.part = 'co' AND o.closed_at IS NULL) AS others,
    (SELECT count(*) FROM assignment e WHERE e.ticket = a.ticket AND e.part = 'lead' AND e.id <= a.id) AS ordinal
FROM assignment a
JOIN unit u ON u.id = a.unit
LEFT JOIN person p ON p.id = a.person
WHERE a.ticket = $1 AND a.part = 'lead' AND ($2::bigint IS NULL OR a.id = $2)
ORDER BY a.id DESC LIMIT 1;

-- name: supervision
-- A supervision of a ticket ($2, null: last): what is asked for, by when, and what was answered.
SELECT s.id, s.asked_at AS at, s.level, s.requirement, s.due_at, u.name AS asked_of, p.name AS asked_by, s.answer,
    s.answered_at, a.name AS answered_by,
    (SELECT count(*) FROM supervision e WHERE e.ticket = s.ticket AND e.id <= s.id) AS ordinal
FROM supervision s
JOIN unit u ON u.id = s.asked_of
LEFT JOIN person p ON p.id = s.asked_by
LEFT JOIN person a ON a.id = s.answered_by
WHERE s.ticket = $1 AND ($2::bigint IS NULL OR s.id = $2)
ORDER BY s.id DESC LIMIT 1;

-- name: return
-- A return of a ticket ($2 its version, null: last), with the ruling on it where there is one.
SELECT j.version AS id, j.at, u.name AS unit, p.name AS person, j.detail->>'reason' AS reason_code,
    j.detail->>'basis' AS basis, o.name AS proposed, r.command AS ruled, w.name AS ruled_to, q.name AS ruled_by,
    r.reason AS ruled_reason, r.at AS ruled_at,
    (SELECT count(*) FROM journal e
        WHERE e.ticket = j.ticket AND e.event = 'ticket.returned' AND e.version <= j.version) AS ordinal
FROM journal j
LEFT JOIN unit u ON u.id = (j.detail->>'unit')::int
LEFT JOIN person p ON p.id = (j.detail->>'person')::int
LEFT JOIN unit o ON o.id = (j.detail->>'proposed')::int
LEFT JOIN LATERAL (
    SELECT e.version FROM journal e
    WHERE e.ticket = j.ticket AND e.version > j.version AND e.event IN ('ticket.returned', 'ticket.taken_back')
    ORDER BY e.version LIMIT 1
) next ON true
LEFT JOIN LATERAL (
    SELECT e.command, e.unit, e.person, e.reason, e.at FROM ruling e
    WHERE e.ticket = j.ticket AND e.version > j.version AND (next.version IS NULL OR e.version < next.version)
    ORDER BY e.version LIMIT 1
) r ON true
LEFT JOIN unit w ON w.id = r.unit
LEFT JOIN person q ON q.id = r.person
WHERE j.ticket = $1 AND j.event = 'ticket.returned' AND ($2::bigint IS NULL OR j.version = $2)
ORDER BY j.version DESC LIMIT 1;

-- name: extension
-- A request for a later limit ($2, null: last), as far as it has come.
SELECT r.id, r.drafted_at AS at, d.name AS by, r.ground_name, r.reason, r.until, r.state, r.signed_at,
    s.name AS signed_by, r.answer, r.answered_at,
    (SELECT count(*) FROM upward_request e
        WHERE e.ticket = r.ticket AND e.kind = 'extend' AND e.id <= r.id) AS ordinal
FROM upward_request r
LEFT JOIN person d ON d.id = r.drafted_by
LEFT JOIN person s ON s.id = r.signed_by
WHERE r.ticket = $1 AND r.kind = 'extend' AND ($2::bigint IS NULL OR r.id = $2)
ORDER BY r.id DESC LIMIT 1;

-- name: transfer
-- A sheet for a company outside ($2, null: last): what, where, by when, to whom, from whom, what was answered.
SELECT o.id, o.made_at AS at, o.matter, o.place, o.due_at, o.answer, o.answered_at, b.name AS body,
    b.phone AS body_phone, u.name AS unit, u.phone AS unit_phone, p.name AS by,
    (SELECT count(*) FROM outside_transfer e WHERE e.ticket = o.ticket AND e.id <= o.id) AS ordinal
FROM outside_transfer o
JOIN outside_body b ON b.id = o.body
LEFT JOIN unit u ON u.id = o.made_for
LEFT JOIN person p ON p.id = o.made_by
WHERE o.ticket = $1 AND ($2::bigint IS NULL OR o.id = $2)
ORDER BY o.id DESC LIMIT 1;

-- name: printable
-- What of a ticket can be printed, the newest first: a record of each kind, when it came to be, and a word about it.
SELECT t.state, t.number, coalesce((
    SELECT jsonb_agg(jsonb_build_object('kind', f.kind, 'record', f.record, 'at', wire_time(f.at), 'about', f.about)
        ORDER BY f.at DESC)
    FROM (
        (SELECT 'assignment' AS kind, a.id AS record, a.opened_at AS at, concat_ws(' ', u.name, p.name) AS about
            FROM assignment a JOIN unit u ON u.id = a.unit LEFT JOIN person p ON p.id = a.person
            WHERE a.ticket = t.id AND a.part = 'lead' ORDER BY a.id DESC LIMIT 1)
        UNION ALL
        SELECT 'supervision', s.id, s.asked_at, s.requirement FROM supervision s WHERE s.ticket = t.id
        UNION ALL
        SELECT 'return', j.version, j.at, u.name FROM journal j LEFT JOIN unit u ON u.id = (j.detail->>'unit')::int
            WHERE j.ticket = t.id AND j.event = 'ticket.returned'
        UNION ALL
        SELECT 'extension', r.id, r.drafted_at, r.ground_name FROM upward_request r
            WHERE r.ticket = t.id AND r.kind = 'extend'
        UNION ALL
        SELECT 'transfer', o.id, o.made_at, b.name FROM outside_transfer o JOIN outside_body b ON b.id = o.body
            WHERE o.ticket = t.id
    ) f
), '[]') AS records
FROM ticket t WHERE t.id = $1;

-- name: handover
-- A hand-over the reader may see, with names, and now.
SELECT h.id, h.unit, u.name AS unit_name, h.at, f.name AS from_name, t.name AS to_name, h.items, h.sound_heard,
    h.notes, h.confirmed_at, now() AS now
FROM handover h
JOIN unit u ON u.id = h.unit
JOIN person f ON f.id = h.from_person
JOIN person t ON t.id = h.to_person
WHERE h.id = $1;
