-- name: ask
-- A new supervision.
INSERT INTO supervision (ticket, level, requirement, due_at, asked_at, asked_by, asked_of, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'asked');

-- name: answer
-- What was asked for and not answered yet is answered.
UPDATE supervision SET state = 'answered', answer = $2, answered_at = $3, answered_by = $4
WHERE ticket = $1 AND state = 'asked';

-- name: lift
-- Nothing is asked for any more.
UPDATE supervision SET state = 'lifted', lifted = $2, lifted_at = $3, lifted_by = $4
WHERE ticket = $1 AND state <> 'lifted';

-- name: due
-- Supervisions whose answer has become overdue.
SELECT id, ticket FROM supervision
WHERE state = 'asked' AND overdue_at IS NULL AND due_at <= now() ORDER BY due_at LIMIT $1;

-- name: mark_overdue
-- One of them is told, once.
UPDATE supervision SET overdue_at = now()
WHERE id = $1 AND state = 'asked' AND overdue_at IS NULL AND due_at <= now() RETURNING due_at;

-- name: of_ticket
-- The supervisions of a ticket, the newest first.
SELECT jsonb_build_object('id', s.id, 'level', s.level, 'requirement', s.requirement, 'state', s.state,
    'due_at', wire_time(s.due_at), 'asked_at', wire_time(s.asked_at), 'asked_by', p.name, 'asked_of', u.name,
    'overdue', s.overdue_at IS NOT NULL, 'answer', s.answer, 'answered_at', wire_time(s.answered_at),
    'answered_by', a.name, 'lifted', s.lifted, 'lifted_at', wire_time(s.lifted_at), 'lifted_by', l.name)
FROM supervision s JOIN unit u ON u.id = s.asked_of
LEFT JOIN person p ON p.id = s.asked_by LEFT JOIN person a ON a.id = s.answered_by LEFT JOIN person l ON l.id = s.lifted_by
WHERE s.ticket = $1 ORDER BY s.id DESC;

-- name: listed
-- The supervisions of tickets the reader may see, before an id, the newest first; those that are lifted where $1.
SELECT jsonb_build_object('id', s.id, 'level', s.level, 'requirement', s.requirement, 'state', s.state,
    'due_at', wire_time(s.due_at), 'asked_at', wire_time(s.asked_at), 'asked_by', p.name, 'asked_of', u.name,
    'overdue', s.overdue_at IS NOT NULL, 'answer', s.answer, 'answered_at', wire_time(s.answered_at),
    'answered_by', a.name, 'lifted', s.lifted, 'lifted_at', wire_time(s.lifted_at), 'lifted_by', l.name,
    'ticket', t.id, 'number', t.number, 'title', t.title, 'ticket_state', t.state, 'unit', h.name)
FROM supervision s JOIN ticket t ON t.id = s.ticket JOIN unit u ON u.id = s.asked_of
LEFT JOIN unit h ON h.id = coalesce(t.lead_unit, t.unit, t.stream)
LEFT JOIN person p ON p.id = s.asked_by LEFT JOIN person a ON a.id = s.answered_by LEFT JOIN person l ON l.id = s.lifted_by
WHERE (s.state = 'lifted') = $1 AND ($2::bigint IS NULL OR s.id < $2) ORDER BY s.id DESC LIMIT $3;
