-- name: on_duty
-- Who is on duty for a unit now, as this.
SELECT s.person FROM shift s JOIN person p ON p.id = s.person AND p.active
WHERE s.unit = $1 AND s.role = $2 AND s.removed_at IS NULL AND s.starts_at <= now() AND s.ends_at > now()
ORDER BY s.person;

-- name: with_roles
-- Everybody who has one of these roles for a unit now.
SELECT DISTINCT m.person FROM membership m JOIN person p ON p.id = m.person AND p.active
WHERE m.unit = $1 AND m.role = ANY ($2::text[]) AND m.valid @> now() ORDER BY m.person;

-- name: now
-- Who is on duty at these units now, with phones.
SELECT jsonb_build_object('unit', s.unit, 'unit_name', u.name, 'role', s.role, 'person', s.person, 'person_name', p.name,
    'phone', p.phone, 'starts_at', wire_time(s.starts_at), 'ends_at', wire_time(s.ends_at))
FROM shift s JOIN person p ON p.id = s.person JOIN unit u ON u.id = s.unit
WHERE s.unit = ANY ($1::int[]) AND s.removed_at IS NULL AND s.starts_at <= now() AND s.ends_at > now()
ORDER BY s.unit, s.role DESC, s.person;

-- name: desks
-- The desks of some centers ($1): when somebody who works there ($2: roles) last touched a screen of theirs in a session
-- that still lives, and whether one of them is in use: not locked, touched within $3 seconds.
SELECT u.id AS unit, wire_time(d.seen_at) AS seen_at, coalesce(d.staffed, false) AS staffed
FROM unit u LEFT JOIN LATERAL (
    SELECT max(s.seen_at) AS seen_at,
        bool_or(s.locked_at IS NULL AND s.seen_at > now() - make_interval(secs => $3)) AS staffed
    FROM membership m JOIN session s ON s.person = m.person
    WHERE m.unit = u.id AND m.role = ANY ($2::text[]) AND m.valid @> now()
        AND s.ended_at IS NULL AND s.expires_at > now() AND s.ticket IS NULL
) d ON true
WHERE u.id = ANY ($1::int[]) ORDER BY u.id;

-- name: shifts
-- The shifts of a unit that touch a span of time.
SELECT jsonb_build_object('id', s.id, 'unit', s.unit, 'role', s.role, 'person', s.person, 'person_name', p.name,
    'starts_at', wire_time(s.starts_at), 'ends_at', wire_time(s.ends_at))
FROM shift s JOIN person p ON p.id = s.person
WHERE s.unit = $1 AND s.removed_at IS NULL AND s.ends_at > $2 AND s.starts_at < $3
ORDER BY s.starts_at, s.role DESC, s.person;

-- name: people
-- Who may be on duty for a unit: its people and those of its center, by number, name and post.
SELECT DISTINCT ON (p.id) p.id, p.name, p.post, m.unit = $1 AS own
FROM membership m JOIN person p ON p.id = m.person AND p.active
JOIN unit u ON u.id = $1
WHERE m.valid @> now() AND m.unit IN (u.id, u.center)
    AND m.role NOT IN ('system_admin', 'security_admin', 'audit_admin')
ORDER BY p.id, m.unit = $1 DESC;

-- name: add_shifts
-- Shifts from a JSON array; one that stands already is left as it is. Answers how many are new.
WITH made AS (
    INSERT INTO shift (unit, person, role, starts_at, ends_at, created_by)
    SELECT unit, person, role, starts_at, ends_at, $2
    FROM jsonb_to_recordset($1) AS s(unit int, person int, role text, starts_at timestamptz, ends_at timestamptz)
    ON CONFLICT (unit, person, role, starts_at) WHERE removed_at IS NULL DO NOTHING
    RETURNING id
)
SELECT count(*) FROM made;

-- name: shift_unit
-- The unit of a shift that stands.
SELECT unit FROM shift WHERE id = $1 AND removed_at IS NULL;

-- name: remove_shift
-- A shift is taken off; it stays to be read.
UPDATE shift SET removed_at = now(), removed_by = $2 WHERE id = $1 AND removed_at IS NULL RETURNING id;

-- name: stand_ins
-- Stand-ins at units of some centers ($1, null: of all) that have not ended, the nearest first.
SELECT jsonb_build_object('id', s.id, 'person', s.person, 'person_name', p.name, 'absent', s.absent,
    'absent_name', a.name, 'unit', s.unit, 'unit_name', u.name, 'starts_at', wire_time(s.starts_at),
    'ends_at', wire_time(s.ends_at), 'reason', s.reason)
FROM stand_in s JOIN person p ON p.id = s.person JOIN person a ON a.id = s.absent JOIN unit u ON u.id = s.unit
WHERE s.ends_at > now() AND ($1::int[] IS NULL OR u.center = ANY ($1))
ORDER BY s.starts_at, s.id;

-- name: add_stand_in
-- A stand-in for a time.
INSERT INTO stand_in (person, absent, unit, starts_at, ends_at, reason, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id;

-- name: stand_in_unit
-- The unit of a stand-in that has not ended.
SELECT unit FROM stand_in WHERE id = $1 AND ends_at > now();

-- name: end_stand_in
-- A stand-in ends now, or never begins.
UPDATE stand_in SET ends_at = greatest(starts_at, now()) WHERE id = $1 AND ends_at > now() RETURNING id;

-- name: works_at
-- Whether a person has a post at a unit now that somebody may stand in for.
SELECT EXISTS (
    SELECT FROM membership WHERE person = $1 AND unit = $2 AND valid @> now()
        AND role NOT IN ('system_admin', 'security_admin', 'audit_admin')
);

-- name: works_below
-- Whether a person has a post now at a unit, or at another one of the same center.
SELECT EXISTS (
    SELECT FROM membership m JOIN unit u ON u.id = m.unit JOIN unit w ON w.id = $2
    JOIN person p ON p.id = m.person AND p.active
    WHERE m.person = $1 AND m.valid @> now() AND u.center = w.center
);

-- name: handover_overdue
-- Open tickets of a stream that are overdue, each once, the longest first.
SELECT t.id, t.number, t.title, wire_time(min(c.due_at)) AS note
FROM ticket t JOIN clock c ON c.ticket = t.id AND c.stopped_at IS NULL AND c.due_at <= now()
WHERE t.stream = $1 AND t.state NOT IN ('closed', 'merged', 'cancelled', 'rejected', 'handed_back', 'suspended')
GROUP BY t.id ORDER BY min(c.due_at), t.id LIMIT $2;

-- name: handover_due_today
-- Open tickets of a stream whose reply is due before the day ends ($3), the nearest first.
SELECT t.id, t.number, t.title, wire_time(c.due_at) AS note
FROM ticket t JOIN clock c ON c.ticket = t.id AND c.stopped_at IS NULL AND c.kind IN ('reply', 'redo')
WHERE t.stream = $1 AND c.due_at > now() AND c.due_at <= $3
    AND t.state NOT IN ('closed', 'merged', 'cancelled', 'rejected', 'handed_back', 'suspended')
ORDER BY c.due_at, t.id LIMIT $2;

-- name: handover_critical
-- Open critical tickets of a stream, the oldest first.
SELECT t.id, t.number, t.title, t.state AS note FROM ticket t
WHERE t.stream = $1 AND t.urgency = 'critical'
    AND t.state NOT IN ('closed', 'merged', 'cancelled', 'rejected', 'handed_back', 'replied')
ORDER BY t.received_at, t.id LIMIT $2;

-- name: handover_above
-- Requests of a stream that the hotline has not answered, the oldest first.
SELECT t.id, t.number, t.title, r.kind AS note
FROM upward_request r JOIN ticket t ON t.id = r.ticket
WHERE t.stream = $1 AND r.state IN ('sent', 'unanswered') ORDER BY r.id LIMIT $2;

-- name: handover_promises
-- Promises to callers of a stream that were not kept yet, the nearest first.
SELECT t.id, t.number, t.title, wire_time(coalesce(p.due_at, p.made_at)) AS note
FROM ticket t JOIN promise p ON p.ticket = t.id AND p.kept_at IS NULL
WHERE t.stream = $1 AND t.state NOT IN ('closed', 'merged', 'cancelled', 'rejected', 'handed_back')
ORDER BY coalesce(p.due_at, p.made_at), t.id LIMIT $2;

-- name: handover_call_again
-- Open tickets of a stream whose caller was not reached, by the newest contact.
SELECT t.id, t.number, t.title, wire_time(j.at) AS note
FROM ticket t JOIN LATERAL (
    SELECT at, detail->>'result' AS result FROM journal
    WHERE ticket = t.id AND event = 'ticket.contacted' ORDER BY version DESC LIMIT 1
) j ON j.result IN ('no_answer', 'refused')
WHERE t.stream = $1 AND t.state NOT IN ('closed', 'merged', 'cancelled', 'rejected', 'handed_back', 'replied')
ORDER BY j.at LIMIT $2;

-- name: handover_unread
-- Work of a stream that nobody has opened or signed yet, the oldest first.
SELECT t.id, t.number, t.title, t.state AS note FROM ticket t
WHERE t.stream = $1 AND t.state IN ('dispatched', 'assigned') ORDER BY t.state_since, t.id LIMIT $2;

-- name: add_handover
-- What one shift gives over to the next; it counts once the next has confirmed.
INSERT INTO handover (unit, from_person, to_person, items, sound_heard, notes) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- name: handover_to
-- Who has to confirm a hand-over of a unit, and whether they did; locked.
SELECT h.unit, h.from_person, h.to_person, h.confirmed_at, a.username
FROM handover h LEFT JOIN account a ON a.person = h.to_person WHERE h.id = $1 FOR UPDATE OF h;

-- name: confirm_handover
-- The next shift has taken over.
UPDATE handover SET confirmed_at = now() WHERE id = $1 AND confirmed_at IS NULL RETURNING id;

-- name: handovers
-- The hand-overs of a unit, the newest first ($2: one of them alone).
SELECT jsonb_build_object('id', h.id, 'unit', h.unit, 'unit_name', u.name, 'at', wire_time(h.at),
    'from_person', h.from_person, 'from_name', f.name, 'to_person', h.to_person, 'to_name', t.name, 'items', h.items,
    'sound_heard', h.sound_heard, 'notes', h.notes, 'confirmed_at', wire_time(h.confirmed_at))
FROM handover h JOIN unit u ON u.id = h.unit JOIN person f ON f.id = h.from_person JOIN person t ON t.id = h.to_person
WHERE h.unit = $1 AND ($2::int IS NULL OR h.id = $2) ORDER BY h.at DESC, h.id DESC LIMIT 60;
