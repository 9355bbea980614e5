-- name: row
-- The public row of a ticket the reader may see.
SELECT ticket_row(t) FROM ticket t WHERE id = $1;

-- name: rows
-- The public rows of tickets the reader may see, the newest first.
SELECT ticket_row(t) FROM ticket t WHERE id = ANY ($1::bigint[]) ORDER BY received_at DESC, id DESC;

-- name: ticket
-- Everything about one ticket but its history: row, words, masked caller, how it was located, answers.
SELECT ticket_row(t) AS row, t.content, k.path AS category_path, t.located, t.datum, t.raw_lon, t.raw_lat,
       t.answer, t.reply, t.how_closed, t.callback_result, t.returned, t.first_unit, t.signed_by, t.category_given, t.repeat_of,
       t.boundary_version, t.cell, c.masked_name, c.masked_phone, t.confidential, c.ticket IS NOT NULL AS has_caller
FROM ticket t
LEFT JOIN category k ON k.code = t.category
LEFT JOIN caller c ON c.ticket = t.id
WHERE t.id = $1;

-- name: assignments
-- Whom a ticket was given to, in order, with names.
SELECT jsonb_build_object(
    'id', a.id, 'part', a.part, 'unit', a.unit, 'unit_name', u.name, 'person', a.person, 'person_name', p.name,
    'opened_at', wire_time(a.opened_at), 'closed_at', wire_time(a.closed_at), 'ended', a.ended,
    'note', a.note, 'reply', a.reply, 'kind', coalesce(a.kind, 'assigned'),
    'report_in_by', wire_time(a.report_in_by), 'reported_in_at', wire_time(a.reported_in_at),
    'phone', coalesce(p.phone, u.phone)
)
FROM assignment a
JOIN unit u ON u.id = a.unit
LEFT JOIN person p ON p.id = a.person
WHERE a.ticket = $1
ORDER BY a.opened_at, a.id;

-- name: likely_lead
-- Who would lead a ticket at once: after a rework whoever led it last, else the worker of its cell at a unit of its center,
-- full-time before part-time; with who stands in for them now, and how many tickets they lead.
WITH asked AS (
    SELECT id, cell, stream, rework FROM ticket WHERE id = $1
), likely AS (
    (SELECT 0 AS rank, a.unit, a.person
     FROM asked t JOIN assignment a ON a.ticket = t.id
     WHERE t.rework > 0 AND a.part = 'lead' AND a.closed_at IS NOT NULL
         AND (a.person IS NULL OR EXISTS (SELECT FROM membership m
             WHERE m.person = a.person AND m.unit = a.unit AND m.valid @> now()))
     ORDER BY a.id DESC LIMIT 1)
    UNION ALL
    SELECT CASE WHEN d.full_time THEN 1 ELSE 2 END, m.unit, d.person
    FROM asked t
    JOIN cell_duty d ON d.cell = t.cell AND d.duty = 'worker' AND d.valid @> now()
    JOIN membership m ON m.person = d.person AND m.valid @> now()
    JOIN unit u ON u.id = m.unit AND u.center = t.stream
)
SELECT l.rank, l.unit, l.person, u.name AS unit_name, p.name AS person_name, s.name AS deputy, s.ends_at AS deputy_until,
    (SELECT count(*) FROM assignment a
     WHERE a.person = l.person AND a.part = 'lead' AND a.closed_at IS NULL) AS leads
FROM likely l
JOIN unit u ON u.id = l.unit
LEFT JOIN person p ON p.id = l.person
LEFT JOIN LATERAL (
    SELECT d.name, i.ends_at FROM stand_in i JOIN person d ON d.id = i.person
    WHERE i.absent = l.person AND i.unit = l.unit AND i.starts_at <= now() AND i.ends_at > now()
    ORDER BY i.id LIMIT 1
) s ON true
WHERE l.person IS NULL OR p.active
ORDER BY l.rank, l.person, l.unit
LIMIT 1;

-- name: co_handled
-- Of these tickets, those where the person, or a unit where nobody is named, still owes something beside the lead: coming
-- when called, a reply, a word on a clue; of several parts of a ticket the one that is due first.
SELECT DISTINCT ON (a.ticket) a.ticket, coalesce(a.kind, 'assigned') AS kind, a.note, a.report_in_by, a.reported_in_at
FROM assignment a
WHERE a.ticket = ANY ($1::bigint[]) AND a.part = 'co' AND a.closed_at IS NULL AND a.reply IS NULL
    AND (a.person = $2 OR (a.person IS NULL AND a.unit = ANY ($3::bigint[])))
    AND (a.kind IS DISTINCT FROM 'referral' OR EXISTS (
        SELECT FROM enforcement_case e
        WHERE e.ticket = a.ticket AND e.unit = a.unit AND e.state IN ('referred', 'filed')))
ORDER BY a.ticket, a.report_in_by NULLS LAST, a.id;

-- name: journey
-- What happened to a ticket, in order, with names; rows of one's own unit also after it was handed on.
SELECT jsonb_build_object(
    'version', j.version, 'at', wire_time(j.at), 'event', j.event, 'command', j.command, 'actor', j.actor,
    'actor_name', p.name, 'unit_name', u.name, 'state_to', j.state_to, 'done_at', wire_time(j.done_at),
    'detail', j.detail
)
FROM journal j
LEFT JOIN person p ON p.id = j.actor_person
LEFT JOIN unit u ON u.id = j.actor_unit
WHERE j.ticket = $1
ORDER BY j.version;

-- name: clocks
-- All clocks of a ticket, also the stopped ones.
SELECT jsonb_build_object(
    'kind', kind, 'started_at', wire_time(started_at), 'due_at', wire_time(due_at), 'warned', warned,
    'soon_at', wire_time((clock_marks(clock))[2]), 'paused_at', wire_time(paused_at), 'unannounced', unannounced,
    'stopped_at', wire_time(stopped_at), 'reason', reason
)
FROM clock WHERE ticket = $1 ORDER BY started_at, kind;

-- name: evidence
-- The pictures and recordings of a ticket, in order of arrival.
SELECT jsonb_build_object(
    'id', e.id, 'url', '/evidence/' || e.id, 'mime', e.mime, 'width', e.width, 'height', e.height,
    'taken_at', wire_time(e.taken_at), 'received_at', wire_time(e.received_at), 'person_name', p.name,
    'unit_name', u.name, 'from_gallery', e.from_gallery, 'lon', e.lon, 'lat', e.lat, 'kind', e.kind,
    'seconds', e.seconds
)
FROM evidence e
JOIN person p ON p.id = e.person
JOIN unit u ON u.id = e.unit
WHERE e.ticket = $1 ORDER BY e.received_at, e.id;

-- name: deliveries
-- What was reported to the hotline, and how far each report came.
SELECT jsonb_build_object(
    'status', status, 'state', state, 'attempts', attempts, 'created_at', wire_time(created_at),
    'sent_at', wire_time(sent_at), 'error', error
)
FROM callback WHERE ticket = $1 ORDER BY version, created_at;

-- name: clock_grounds
-- All clocks of a ticket with what they were reckoned from, when they warn and what of that was told, and whether one
-- began when the hotline dispatched the ticket.
SELECT c.kind, c.started_at, c.due_at, c.stopped_at, c.paused_at, c.pauses, clock_marks(c) AS marks, c.fired, c.warned,
    c.basis, c.reason, c.unannounced, c.started_at IS NOT DISTINCT FROM t.hotline_dispatched_at AS by_hotline
FROM clock c JOIN ticket t ON t.id = c.ticket
WHERE c.ticket = $1 ORDER BY c.stopped_at IS NOT NULL, c.due_at, c.kind;
