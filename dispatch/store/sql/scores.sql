-- name: give_card
-- A card for a unit that exists.
INSERT INTO card (unit, color, reason, tickets, given_by)
SELECT u.id, $2, $3, $4::bigint[], $5 FROM unit u WHERE u.id = $1 RETURNING id;

-- name: revoke_card
-- A card is taken back, once.
UPDATE card SET revoked_at = now(), revoked = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING id;

-- name: card_unit
-- Whose a card is; nobody else answers it meanwhile.
SELECT unit FROM card WHERE id = $1 FOR UPDATE;

-- name: answer_card
-- A card that stands is answered, once.
UPDATE card SET answer = $2, answered_at = now(), answered_by = $3
WHERE id = $1 AND answered_at IS NULL AND revoked_at IS NULL RETURNING id;

-- name: cards
-- Cards of units the reader hears of, before an id, the newest first.
SELECT jsonb_build_object('id', c.id, 'unit', c.unit, 'unit_name', u.name, 'color', c.color, 'reason', c.reason,
    'tickets', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number) ORDER BY t.id), '[]')
        FROM ticket t WHERE t.id = ANY (c.tickets)),
    'given_at', wire_time(c.given_at), 'given_by', p.name, 'revoked_at', wire_time(c.revoked_at),
    'revoked_by', r.name, 'revoked', c.revoked, 'answer', c.answer, 'answered_at', wire_time(c.answered_at),
    'answered_by', a.name)
FROM card c JOIN unit u ON u.id = c.unit JOIN person p ON p.id = c.given_by LEFT JOIN person a ON a.id = c.answered_by
LEFT JOIN person r ON r.id = c.revoked_by
WHERE $1::bigint IS NULL OR c.id < $1 ORDER BY c.id DESC LIMIT $2;

-- name: missing
-- Which of these tickets there are not.
SELECT g.id FROM unnest($1::bigint[]) AS g(id) WHERE NOT EXISTS (SELECT FROM ticket t WHERE t.id = g.id);

-- name: open_period
-- A new score period, shown to be checked.
INSERT INTO score_period (name, since, until, setting, state, objections_until, opened_by)
VALUES ($1, $2, $3, $4, 'checking', $5, $6) RETURNING id;

-- name: lock_period
-- A period, locked until the transaction ends.
SELECT id, name, since, until, setting, state, objections_until FROM score_period WHERE id = $1 FOR UPDATE;

-- name: period
-- A period as it stands, with its figures if it is locked.
SELECT s.id, s.name, s.since, s.until, s.setting, s.state, s.objections_until, s.figures, s.opened_at, o.name AS opened_by,
    s.locked_at, l.name AS locked_by, s.published_at, p.name AS published_by
FROM score_period s JOIN person o ON o.id = s.opened_by
LEFT JOIN person l ON l.id = s.locked_by LEFT JOIN person p ON p.id = s.published_by
WHERE s.id = $1;

-- name: periods
-- Every period, the newest first.
SELECT jsonb_build_object('id', id, 'name', name, 'since', wire_time(since), 'until', wire_time(until), 'state', state,
    'setting', setting, 'objections_until', wire_time(objections_until), 'locked_at', wire_time(locked_at),
    'published_at', wire_time(published_at))
FROM score_period ORDER BY since DESC, id DESC;

-- name: go_on
-- A period goes on: from checking to ruling, to locked with its figures, to published.
UPDATE score_period SET state = $2,
    figures = coalesce($4, figures),
    locked_at = CASE WHEN $2 = 'locked' THEN now() ELSE locked_at END,
    locked_by = CASE WHEN $2 = 'locked' THEN $3 ELSE locked_by END,
    published_at = CASE WHEN $2 = 'published' THEN now() ELSE published_at END,
    published_by = CASE WHEN $2 = 'published' THEN $3 ELSE published_by END
WHERE id = $1;

-- name: raise_objection
-- An objection about a ticket in a rate; the same is raised once.
INSERT INTO objection (period, unit, rate, ticket, reason, state, raised_by)
VALUES ($1, $2, $3, $4, $5, 'open', $6) ON CONFLICT (period, ticket, rate) DO NOTHING RETURNING id;

-- name: rule_objection
-- A ruling on an open objection.
UPDATE objection SET state = $2, ruling = $3, ruled_at = now(), ruled_by = $4 WHERE id = $1 AND state = 'open'
RETURNING period;

-- name: objections
-- The objections of a period of units the reader hears of, the newest first.
SELECT jsonb_build_object('id', o.id, 'unit', o.unit, 'unit_name', u.name, 'rate', o.rate, 'ticket', o.ticket,
    'number', t.number, 'reason', o.reason, 'state', o.state, 'raised_at', wire_time(o.raised_at), 'raised_by', p.name,
    'ruling', o.ruling, 'ruled_at', wire_time(o.ruled_at), 'ruled_by', r.name)
FROM objection o JOIN unit u ON u.id = o.unit JOIN person p ON p.id = o.raised_by
LEFT JOIN ticket t ON t.id = o.ticket LEFT JOIN person r ON r.id = o.ruled_by
WHERE o.period = $1 ORDER BY o.id DESC;

-- name: open_objections
-- How many objections of a period wait for a ruling.
SELECT count(*) FROM objection WHERE period = $1 AND state = 'open';
