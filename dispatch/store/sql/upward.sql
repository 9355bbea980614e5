-- name: open_requests
-- The upward requests of a ticket that have no end yet.
SELECT id, kind, state, ground, ground_name, reason, until, other, drafted_by
FROM upward_request
WHERE ticket = $1 AND state IN ('drafted', 'signed_off', 'sent', 'unanswered')
ORDER BY id;

-- name: grounds
-- The grounds in force, in the order in which they are published.
SELECT kind, code, name FROM upward_ground
WHERE since <= now() AND (until IS NULL OR until > now())
ORDER BY kind, ordinal, id;

-- name: usual_ground
-- The ground of the last extension that was granted for a category, among the latest that were granted at all.
SELECT r.ground FROM (
    SELECT id, ticket, ground FROM upward_request
    WHERE kind = 'extend' AND state = 'granted'
    ORDER BY id DESC LIMIT 40
) r
JOIN ticket t ON t.id = r.ticket
WHERE t.category = $1
ORDER BY r.id DESC LIMIT 1;

-- name: hears
-- Whether anything can be asked of a source: it gave an address.
SELECT EXISTS (SELECT FROM source WHERE id = $1 AND callback_url IS NOT NULL);

-- name: draft
-- A new request; $1 is a JSON object of its columns.
INSERT INTO upward_request (ticket, kind, ground, ground_name, reason, until, other, state, drafted_at, drafted_by)
SELECT ticket, kind, ground, ground_name, reason, until, other, state, drafted_at, drafted_by
FROM jsonb_populate_record(NULL::upward_request, $1);

-- name: change
-- Columns of one request from a JSON object of those that change; the others keep their value.
UPDATE upward_request r SET (
    state, until, signed_at, signed_by, callback, answered_at, answer, applied, withdrawn_at, withdrawn_by, withdrawn_why
) = (
    SELECT state, until, signed_at, signed_by, callback, answered_at, answer, applied, withdrawn_at, withdrawn_by,
        withdrawn_why
    FROM jsonb_populate_record(r, $2)
)
WHERE r.id = $1;

-- name: unsend
-- The message of a request that was never tried does not go up; answers it where there was one.
UPDATE callback SET state = 'withdrawn'
WHERE id = (SELECT callback FROM upward_request WHERE id = $1) AND state = 'pending' AND attempts = 0
RETURNING id;

-- name: end_open
-- Requests of a ticket that has ended are of no use any more, but for what is asked about the assessment.
UPDATE upward_request SET state = 'withdrawn', withdrawn_at = $2, withdrawn_why = '工单已结束'
WHERE ticket = $1 AND state IN ('drafted', 'signed_off', 'sent', 'unanswered')
    AND NOT (kind = 'exempt' AND $3);

-- name: sent
-- Requests whose message arrived: from now on the hotline owes an answer, within the limit of their kind.
UPDATE upward_request r SET state = 'sent', sent_at = now(), answer_due_at = now() + make_interval(mins => coalesce(
    (SELECT l.answer_minutes FROM upward_limit l WHERE l.kind = r.kind AND l.since <= now() ORDER BY l.id DESC LIMIT 1),
    $2))
WHERE r.callback = ANY ($1::uuid[]) AND r.state = 'signed_off';

-- name: overdue
-- Requests whose answer is overdue, the longest first.
SELECT id, ticket FROM upward_request
WHERE state = 'sent' AND answer_due_at <= now()
ORDER BY answer_due_at LIMIT $1;

-- name: rested
-- Suspended tickets whose date has come, and whether the hotline named a due time meanwhile.
SELECT t.id, EXISTS (
    SELECT FROM journal j WHERE j.ticket = t.id AND j.event = 'ticket.due_changed' AND j.at >= t.state_since
) AS due_named
FROM ticket t
WHERE t.state = 'suspended' AND t.suspended_until <= now()
ORDER BY t.suspended_until LIMIT $1;

-- name: hear
-- Remember what was said, once for each occasion; an urging is repeated after ten minutes. Answers whether it is new,
-- and the newest times at which anything of its group, and of its own kind, was said before.
WITH newest AS MATERIALIZED (
    SELECT max(said_at) AS at, max(said_at) FILTER (WHERE kind = $5) AS own FROM heard_message
    WHERE source = $1 AND order_no = $2 AND kind = ANY ($6::text[])
), heard AS (
    INSERT INTO heard_message (source, order_no, digest, occasion, kind, said_at, at)
    VALUES ($1, $2, $3, $4, $5, $7, $8)
    ON CONFLICT (source, order_no, digest, occasion) DO UPDATE SET at = excluded.at
    WHERE heard_message.kind = 'urge' AND heard_message.at < excluded.at - interval '10 minutes'
    RETURNING true
)
SELECT EXISTS (SELECT FROM heard) AS fresh, newest.at AS newest, newest.own FROM newest;

-- name: heard_before
-- Whether the same words were heard of an order on any occasion.
SELECT EXISTS (SELECT FROM heard_message WHERE source = $1 AND order_no = $2 AND digest = $3);

-- name: of_ticket
-- The upward requests of a ticket, the newest first, with names.
SELECT jsonb_build_object(
    'id', r.id, 'ticket', r.ticket, 'kind', r.kind, 'ground', r.ground, 'ground_name', r.ground_name,
    'reason', r.reason, 'until', wire_time(r.until), 'other', r.other, 'state', r.state,
    'drafted_at', wire_time(r.drafted_at), 'drafted_by', d.name, 'signed_at', wire_time(r.signed_at),
    'signed_by', s.name, 'sent_at', wire_time(r.sent_at), 'answer_due_at', wire_time(r.answer_due_at),
    'answered_at', wire_time(r.answered_at), 'answer', r.answer, 'applied', r.applied,
    'withdrawn_at', wire_time(r.withdrawn_at), 'withdrawn_by', w.name, 'withdrawn_why', r.withdrawn_why
)
FROM upward_request r
LEFT JOIN person d ON d.id = r.drafted_by
LEFT JOIN person s ON s.id = r.signed_by
LEFT JOIN person w ON w.id = r.withdrawn_by
WHERE r.ticket = $1
ORDER BY r.id DESC;

-- name: listed
-- Requests in some states about tickets the reader may see: those that wait longest for an answer first.
SELECT jsonb_build_object(
    'id', r.id, 'ticket', r.ticket, 'number', t.number, 'order_no', t.order_no, 'title', t.title,
    'ticket_state', t.state, 'stream', t.stream, 'center_name', u.name, 'kind', r.kind, 'ground_name', r.ground_name,
    'reason', r.reason, 'until', wire_time(r.until), 'state', r.state, 'drafted_at', wire_time(r.drafted_at),
    'drafted_by', d.name, 'sent_at', wire_time(r.sent_at), 'answer_due_at', wire_time(r.answer_due_at),
    'answered_at', wire_time(r.answered_at), 'answer', r.answer
)
FROM upward_request r
JOIN ticket t ON t.id = r.ticket
JOIN unit u ON u.id = t.stream
LEFT JOIN person d ON d.id = r.drafted_by
WHERE r.state = ANY ($1::text[])
ORDER BY r.state <> 'unanswered', r.answer_due_at NULLS LAST, r.id DESC
LIMIT $2;

-- name: all_grounds
-- Every ground there is or was, those in force first, with who added and ended it.
SELECT jsonb_build_object(
    'id', g.id, 'kind', g.kind, 'code', g.code, 'name', g.name, 'ordinal', g.ordinal,
    'since', wire_time(g.since), 'until', wire_time(g.until), 'added_by', a.name, 'ended_by', e.name
)
FROM upward_ground g
LEFT JOIN person a ON a.id = g.added_by
LEFT JOIN person e ON e.id = g.ended_by
ORDER BY g.until IS NOT NULL, g.kind, g.ordinal, g.id DESC;

-- name: add_ground
-- A ground that is in force from now on, with a code of our own where none is given; nothing where its code or its
-- words are taken.
INSERT INTO upward_ground (kind, code, name, ordinal, added_by)
SELECT $1, coalesce($2::text, 'g' || (SELECT coalesce(max(id), 0) + 1 FROM upward_ground)), $3,
    coalesce((SELECT max(ordinal) FROM upward_ground WHERE kind = $1), 0) + 10, $4
WHERE NOT EXISTS (SELECT FROM upward_ground WHERE kind = $1 AND name = $3 AND until IS NULL)
ON CONFLICT (kind, code) WHERE until IS NULL DO NOTHING
RETURNING code;

-- name: end_ground
-- A ground is in force no more; requests on it keep its words.
UPDATE upward_ground SET until = now(), ended_by = $2 WHERE id = $1 AND until IS NULL RETURNING kind, code;

-- name: limits
-- The limit in force for each kind, and since when.
SELECT DISTINCT ON (kind) kind, answer_minutes, since FROM upward_limit WHERE since <= now() ORDER BY kind, id DESC;

-- name: limit_history
-- Every limit that was ever set, the newest first.
SELECT jsonb_build_object(
    'kind', l.kind, 'answer_minutes', l.answer_minutes, 'since', wire_time(l.since), 'set_by', p.name
)
FROM upward_limit l LEFT JOIN person p ON p.id = l.set_by
ORDER BY l.id DESC LIMIT 100;

-- name: set_limit
-- Another limit for a kind, from now on.
INSERT INTO upward_limit (kind, answer_minutes, set_by) VALUES ($1, $2, $3);
