-- name: transfer_out
-- A sheet for a company; where it is about stands in the ticket's own words, which hold no caller.
INSERT INTO outside_transfer (ticket, body, matter, place, due_at, made_at, made_by, made_for)
SELECT t.id, $2, $3, t.address, $4, $5, $6, $7 FROM ticket t WHERE t.id = $1;

-- name: outside_answer
-- What a company answered, once.
UPDATE outside_transfer SET answer = $3, answered_at = $4, answered_by = $5
WHERE ticket = $1 AND id = $2 AND answered_at IS NULL;

-- name: hand_over
-- What went to the police at once.
INSERT INTO police_handover (ticket, at, center, person, unit, what, whom, phone, result)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id;

-- name: case_referred
-- A clue that went to an enforcement unit.
INSERT INTO enforcement_case (ticket, state, unit, clue, referred_at, referred_by)
VALUES ($1, 'referred', $2, $3, $4, $5);

-- name: case_filed
-- A clue became a case.
UPDATE enforcement_case SET state = 'filed', case_no = $3, officers = $4, decided_at = $5
WHERE ticket = $1 AND id = $2;

-- name: case_refused
-- A clue became none, and why.
UPDATE enforcement_case SET state = 'not_filed', reason = $3, decided_at = $4 WHERE ticket = $1 AND id = $2;

-- name: case_recorded
-- What a case has come to; what is not given stays.
UPDATE enforcement_case SET full_record = coalesce($3, full_record), decision = coalesce($4, decision),
    listed = coalesce($5, listed), legal_review = coalesce($6, legal_review),
    published_on = coalesce($7, published_on), decision_on = coalesce($8, decision_on)
WHERE ticket = $1 AND id = $2;

-- name: case_closed
-- A case ended.
UPDATE enforcement_case SET state = 'closed', closed_at = $3 WHERE ticket = $1 AND id = $2;

-- name: case_no_taken
-- Whether a case number is taken.
SELECT EXISTS (SELECT FROM enforcement_case WHERE case_no = $1);

-- name: records
-- The sheets and cases of a ticket, as decisions need them.
SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'body', o.body, 'matter', o.matter, 'due_at', o.due_at,
        'answered_at', o.answered_at) ORDER BY o.id), '[]') FROM outside_transfer o WHERE o.ticket = $1) AS transfers,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'state', e.state, 'unit', e.unit, 'clue', e.clue,
        'case_no', e.case_no, 'officers', e.officers, 'full_record', e.full_record, 'decision', e.decision,
        'listed', e.listed, 'legal_review', e.legal_review, 'published_on', e.published_on, 'decision_on', e.decision_on)
        ORDER BY e.id), '[]')
     FROM enforcement_case e WHERE e.ticket = $1) AS cases;

-- name: setting
-- What is set about handling together.
SELECT version, report_in_minutes, outside_days, near_m, within_days, least_likeness
FROM joint_setting WHERE active;

-- name: active_bodies
-- Companies in use.
SELECT id, kind, name, phone, town FROM outside_body WHERE active;

-- name: police_sources
-- Sources that are the platform of the police.
SELECT id FROM source WHERE platform = 'police';

-- name: of_ticket
-- What a ticket's panel shows of handling together, each part a list, and its parent where it is merged; its words.
SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'body', b.name, 'phone', b.phone, 'matter', o.matter,
        'due_at', wire_time(o.due_at), 'made_at', wire_time(o.made_at), 'made_by', p.name, 'answer', o.answer,
        'answered_at', wire_time(o.answered_at)) ORDER BY o.id), '[]')
     FROM outside_transfer o JOIN outside_body b ON b.id = o.body LEFT JOIN person p ON p.id = o.made_by
     WHERE o.ticket = t.id) AS transfers,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'ticket', h.ticket, 'at', wire_time(h.at),
        'person', p.name, 'unit', u.name, 'what', h.what, 'whom', h.whom, 'phone', h.phone, 'result', h.result)
        ORDER BY h.id), '[]')
     FROM police_handover h LEFT JOIN person p ON p.id = h.person LEFT JOIN unit u ON u.id = h.unit
     WHERE h.ticket = t.id) AS handovers,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'state', e.state, 'unit', u.name, 'clue', e.clue,
        'referred_at', wire_time(e.referred_at), 'case_no', e.case_no, 'officers', coalesce(e.officers, '{}'),
        'reason', e.reason, 'decided_at', wire_time(e.decided_at), 'full_record', e.full_record,
        'decision', e.decision, 'listed', e.listed, 'legal_review', e.legal_review, 'published_on', e.published_on,
        'decision_on', e.decision_on, 'closed_at', wire_time(e.closed_at)) ORDER BY e.id), '[]')
     FROM enforcement_case e JOIN unit u ON u.id = e.unit WHERE e.ticket = t.id) AS cases,
    (SELECT jsonb_build_object('id', m.id, 'number', m.number, 'title', m.title, 'state', m.state,
        'received_at', wire_time(m.received_at), 'urged', m.urged, 'has_order', m.order_no IS NOT NULL)
     FROM ticket m WHERE m.id = t.merged_into) AS parent,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'number', m.number, 'title', m.title, 'state', m.state,
        'received_at', wire_time(m.received_at), 'urged', m.urged, 'has_order', m.order_no IS NOT NULL)
        ORDER BY m.id), '[]')
     FROM ticket m WHERE m.merged_into = t.id) AS children,
    t.police, t.title, t.content
FROM ticket t WHERE t.id = $1;

-- name: waiting
-- What others owe a center (or, without one, whoever the reader sees): units that were called and have not come, or came
-- late and have not replied; sheets without an answer; clues and cases under way.
SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ticket', t.id, 'number', t.number, 'title', t.title,
        'assignment', a.id, 'kind', a.kind, 'unit', u.name, 'person', p.name, 'opened_at', wire_time(a.opened_at),
        'report_in_by', wire_time(a.report_in_by), 'reported_in_at', wire_time(a.reported_in_at), 'note', a.note)
        ORDER BY a.report_in_by NULLS LAST, a.id), '[]')
     FROM assignment a JOIN ticket t ON t.id = a.ticket JOIN unit u ON u.id = a.unit
     LEFT JOIN person p ON p.id = a.person
     WHERE a.kind IN ('whistle', 'dual') AND a.closed_at IS NULL AND a.reply IS NULL
         AND ($1::int IS NULL OR t.stream = $1)) AS called,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'ticket', t.id, 'number', t.number, 'title', t.title,
        'body', b.name, 'phone', b.phone, 'matter', o.matter, 'due_at', wire_time(o.due_at),
        'made_at', wire_time(o.made_at)) ORDER BY o.due_at, o.id), '[]')
     FROM outside_transfer o JOIN ticket t ON t.id = o.ticket JOIN outside_body b ON b.id = o.body
     WHERE o.answered_at IS NULL AND ($1::int IS NULL OR t.stream = $1)) AS transfers,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'ticket', t.id, 'number', t.number, 'title', t.title,
        'state', e.state, 'unit', u.name, 'clue', e.clue, 'case_no', e.case_no,
        'referred_at', wire_time(e.referred_at), 'next_step_at', wire_time(t.next_step_at)) ORDER BY e.id), '[]')
     FROM enforcement_case e JOIN ticket t ON t.id = e.ticket JOIN unit u ON u.id = e.unit
     WHERE e.state IN ('referred', 'filed') AND ($1::int IS NULL OR t.stream = $1)) AS cases;

-- name: handovers
-- What went to the police at once, the newest first, with names.
SELECT jsonb_build_object('id', h.id, 'ticket', h.ticket, 'at', wire_time(h.at), 'person', p.name, 'unit', u.name,
    'what', h.what, 'whom', h.whom, 'phone', h.phone, 'result', h.result)
FROM police_handover h LEFT JOIN person p ON p.id = h.person LEFT JOIN unit u ON u.id = h.unit
ORDER BY h.at DESC, h.id DESC LIMIT $1;

-- name: bodies
-- Every company, those in use first.
SELECT jsonb_build_object('id', b.id, 'kind', b.kind, 'name', b.name, 'phone', b.phone, 'town', b.town,
    'note', b.note, 'active', b.active)
FROM outside_body b ORDER BY b.active DESC, b.kind, b.name;

-- name: body
-- One company, locked.
SELECT kind, name, phone, town, note, active FROM outside_body WHERE id = $1 FOR UPDATE;

-- name: add_body
-- A new company.
INSERT INTO outside_body (kind, name, phone, town, note, created_by) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- name: change_body
-- A company as it is from now on.
UPDATE outside_body SET kind = $2, name = $3, phone = $4, town = $5, note = $6, active = $7 WHERE id = $1;

-- name: setting_locked
-- The setting in force, locked.
SELECT version, report_in_minutes, outside_days, near_m, within_days, least_likeness
FROM joint_setting WHERE active FOR UPDATE;

-- name: retire_setting
-- The setting in force is none any longer.
UPDATE joint_setting SET active = false WHERE active;

-- name: add_setting
-- The next version of the setting, in force.
INSERT INTO joint_setting (version, report_in_minutes, outside_days, near_m, within_days, least_likeness, note, active,
    created_by)
SELECT max(version) + 1, $1, $2, $3, $4, $5, $6, true, $7 FROM joint_setting RETURNING version;

-- name: settings
-- Every version of the setting, the newest first.
SELECT jsonb_build_object('version', s.version, 'report_in_minutes', s.report_in_minutes, 'outside_days', s.outside_days,
    'near_m', s.near_m, 'within_days', s.within_days, 'least_likeness', s.least_likeness, 'note', s.note,
    'active', s.active, 'created_at', wire_time(s.created_at), 'created_by', p.name)
FROM joint_setting s LEFT JOIN person p ON p.id = s.created_by ORDER BY s.version DESC;

-- name: note_change
-- What was changed, by whom, from what to what.
INSERT INTO joint_change (person, subject, what, before, after, reason) VALUES ($1, $2, $3, $4, $5, $6);

-- name: changes
-- What was changed, the newest first, with names.
SELECT jsonb_build_object('id', c.id, 'at', wire_time(c.at), 'person', p.name, 'subject', c.subject, 'what', c.what,
    'before', c.before, 'after', c.after, 'reason', c.reason)
FROM joint_change c LEFT JOIN person p ON p.id = c.person ORDER BY c.id DESC LIMIT $1;

-- name: similar
-- Open tickets of the same center that came within so many days and that the reader may see, with what each has in common
-- with this one: what the hotline says of both, caller (never of a confidential ticket), metres, category, hours; and
-- the words of both. $1 ticket,
-- $2 reader's tokens, $3 days, $4 how many at most. Reads the center's open tickets by their index, whatever has ended.
WITH me AS MATERIALIZED (
    SELECT t.id, t.stream, t.lon, t.lat, t.category, split_part(k.path, '/', 1) AS first, t.received_at, t.source,
        t.order_no, t.repeat_of, left(t.title || ' ' || t.content, 400) AS words, CASE WHEN t.confidential THEN NULL ELSE c.phone_index END AS phone
    FROM ticket t LEFT JOIN category k ON k.code = t.category LEFT JOIN caller c ON c.ticket = t.id
    WHERE t.id = $1 AND t.audience && $2::text[]
)
SELECT o.id, o.number, o.title, o.address, o.state, o.received_at, o.callers, o.merged_into,
    coalesce(o.source = me.source, false) AND (coalesce(o.order_no = me.repeat_of, false)
        OR coalesce(o.repeat_of = me.order_no, false) OR coalesce(o.repeat_of = me.repeat_of, false)) AS said,
    coalesce(NOT o.confidential AND d.phone_index = me.phone, false) AS same_caller,
    CASE WHEN me.lon IS NOT NULL AND o.lon IS NOT NULL
        THEN ST_DistanceSphere(ST_MakePoint(me.lon, me.lat), ST_MakePoint(o.lon, o.lat)) END AS metres,
    coalesce(o.category = me.category, false) AS same_category,
    coalesce(split_part(l.path, '/', 1) = me.first, false) AS near_category,
    abs(extract(epoch FROM o.received_at - me.received_at)) / 3600.0 AS hours,
    me.words AS mine, left(o.title || ' ' || o.content, 400) AS words, left(o.content, 60) AS excerpt
FROM me
JOIN ticket o ON o.stream = me.stream AND o.id <> me.id
LEFT JOIN category l ON l.code = o.category
LEFT JOIN caller d ON d.ticket = o.id
WHERE o.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
    AND o.received_at BETWEEN me.received_at - make_interval(days => $3) AND me.received_at + make_interval(days => $3)
    AND o.audience && $2::text[]
ORDER BY o.received_at DESC LIMIT $4;

-- name: similar_elsewhere
-- How many open tickets of other centers speak for the same caller or of the same kind of thing at the same spot; none of
-- a confidential ticket, and not which. $1 ticket, $2 reader's tokens, $3 days.
WITH me AS MATERIALIZED (
    SELECT t.id, t.stream, t.tile, t.category, t.received_at,
        CASE WHEN t.confidential THEN NULL ELSE c.phone_index END AS phone
    FROM ticket t LEFT JOIN caller c ON c.ticket = t.id
    WHERE t.id = $1 AND t.audience && $2::text[]
), found AS (
    SELECT d.ticket AS id FROM me JOIN caller d ON d.phone_index = me.phone
    UNION
    SELECT o.id FROM me JOIN ticket o ON o.tile = me.tile AND o.category = me.category
)
SELECT count(*)
FROM found f JOIN ticket o ON o.id = f.id CROSS JOIN me
WHERE o.stream <> me.stream AND NOT o.confidential
    AND o.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
    AND o.received_at BETWEEN me.received_at - make_interval(days => $3) AND me.received_at + make_interval(days => $3);
