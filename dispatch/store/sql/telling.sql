-- name: notify
-- Messages to those who got work ($1: a JSON array of ticket, urgency, unit, person and template): the person named and
-- whoever stands in for them; where a unit is named, who is on duty there, else everybody who handles its work ($4). Never
-- the actor ($3).
WITH given AS (
    SELECT ticket, urgency, unit, person, template
    FROM jsonb_to_recordset($1) AS g(ticket bigint, urgency text, unit int, person int, template text)
), told AS (
    SELECT ticket, urgency, unit, person, template FROM given WHERE person IS NOT NULL
    UNION
    SELECT g.ticket, g.urgency, g.unit, s.person, g.template
    FROM given g JOIN stand_in s ON s.absent = g.person AND s.unit = g.unit
    WHERE s.starts_at <= now() AND s.ends_at > now()
    UNION
    SELECT g.ticket, g.urgency, g.unit, s.person, g.template FROM given g JOIN shift s ON s.unit = g.unit
    WHERE g.person IS NULL AND s.removed_at IS NULL AND s.starts_at <= now() AND s.ends_at > now()
    UNION
    SELECT g.ticket, g.urgency, g.unit, m.person, g.template FROM given g JOIN membership m ON m.unit = g.unit
    WHERE g.person IS NULL AND m.valid @> now() AND m.role = ANY ($4::text[]) AND NOT EXISTS (
        SELECT FROM shift s WHERE s.unit = g.unit AND s.removed_at IS NULL AND s.starts_at <= now() AND s.ends_at > now()
    )
)
INSERT INTO notification (id, ticket, person, unit, kind, template, params, urgency, state, created_at, next_at)
SELECT gen_random_uuid(), t.ticket, t.person, min(t.unit),
       (SELECT limits->>'first_kind' FROM telling_limit ORDER BY version DESC LIMIT 1),
       min(t.template), '{}', min(t.urgency), 'pending', $2, $2
FROM told t JOIN person p ON p.id = t.person AND p.active
WHERE t.person IS DISTINCT FROM $3
GROUP BY t.ticket, t.person;

-- name: notify_critical
-- A text message and a voice call to each of these people: a critical ticket waits unsigned.
INSERT INTO notification (id, ticket, person, unit, kind, template, params, urgency, state, created_at, next_at)
SELECT gen_random_uuid(), $1, p.id, $3, k.kind, 'critical', $4, 'critical', 'pending', $5, $5
FROM person p CROSS JOIN (VALUES ('sms'), ('voice')) AS k(kind)
WHERE p.id = ANY ($2::int[]);

-- name: claim
-- Due messages, the most urgent first, the oldest of each person, urgency and kind only, leased for a minute to whoever
-- claims them, with all that their words may name (a call is spoken in the words of a call, which have no link), and how
-- many messages the person got since $2. One that waits longer keeps no other waiting. A step of the index from queue to
-- queue: what stands behind the first of its queue is not read, however much it is.
WITH RECURSIVE queue AS (
    (SELECT person, urgency, kind FROM notification
    WHERE state = 'pending' AND EXISTS (SELECT FROM notification WHERE state = 'pending' AND next_at <= now())
    ORDER BY person, urgency, kind LIMIT 1)
    UNION ALL
    SELECT n.person, n.urgency, n.kind FROM queue q CROSS JOIN LATERAL (
        SELECT person, urgency, kind FROM notification
        WHERE state = 'pending' AND (person, urgency, kind) > (q.person, q.urgency, q.kind)
        ORDER BY person, urgency, kind LIMIT 1
    ) n
), first AS (
    SELECT f.id FROM queue q CROSS JOIN LATERAL (
        SELECT id, next_at FROM notification n
        WHERE n.state = 'pending' AND n.person = q.person AND n.urgency = q.urgency AND n.kind = q.kind
            AND n.next_at <= now() + interval '60 seconds'
        ORDER BY n.created_at, n.id LIMIT 1
    ) f WHERE f.next_at <= now()
), claimed AS (
    UPDATE notification SET attempts = attempts + 1, next_at = now() + interval '60 seconds'
    WHERE id IN (
        SELECT p.id FROM notification p
        WHERE p.id IN (SELECT id FROM first) AND p.state = 'pending' AND p.next_at <= now()
        ORDER BY array_position(ARRAY['critical', 'urgent'], p.urgency), p.next_at LIMIT $1 FOR UPDATE SKIP LOCKED
    )
    RETURNING *
)
SELECT c.id, c.ticket, c.person, c.kind, c.template, c.urgency, c.attempts, c.params, p.phone,
       c.unit AS unit_id, u.name AS unit,
       t.number, k.path AS category, w.words, w.gateway_template,
       (SELECT notification_owed(n) FROM notification n WHERE n.id = c.id) AS owed,
       (SELECT min(due_at) FROM clock d WHERE d.ticket = c.ticket AND d.stopped_at IS NULL
            AND d.kind IN ('inner', 'reply', 'redo')) AS due,
       (SELECT count(*) FROM notification s WHERE s.person = c.person AND s.sent_at >= $2) AS sent_today,
       (SELECT count(*) FROM notification b WHERE b.bundle = c.id) AS bundled
FROM claimed c
JOIN person p ON p.id = c.person
JOIN unit u ON u.id = c.unit
LEFT JOIN ticket t ON t.id = c.ticket
LEFT JOIN category k ON k.code = t.category
CROSS JOIN LATERAL (
    SELECT words, gateway_template FROM notification_template w
    WHERE w.code = CASE c.kind WHEN 'voice' THEN 'unopened' ELSE c.template END ORDER BY version DESC LIMIT 1
) w;

-- name: settle
-- What became of claimed messages: on their way, again later, failed for good, bundled, or not needed any more. Nothing
-- of one that was claimed anew meanwhile, because its minute was over.
UPDATE notification n SET state = g.state, error = g.error, params = coalesce(g.params, n.params),
    sent_at = CASE g.state WHEN 'sent' THEN now() ELSE n.sent_at END,
    next_at = coalesce(g.next_at, n.next_at),
    attempts = CASE WHEN g.waited THEN n.attempts - 1 ELSE n.attempts END,
    check_at = g.check_at, bundle = coalesce(g.bundle, n.bundle)
FROM jsonb_to_recordset($1) AS g(id uuid, attempts int, state text, error text, params jsonb, next_at timestamptz,
    check_at timestamptz, waited boolean, bundle uuid)
WHERE n.id = g.id AND n.state = 'pending' AND n.attempts = g.attempts;

-- name: bundle
-- The message that will tell a person of the rest of the day: the pending one, or a new one that goes out at $3.
WITH found AS (
    SELECT id FROM notification WHERE person = $1 AND template = 'bundle' AND state = 'pending'
        AND created_at > now() - interval '2 days'
    ORDER BY created_at LIMIT 1
), made AS (
    INSERT INTO notification (id, person, unit, kind, template, params, urgency, state, created_at, next_at)
    SELECT gen_random_uuid(), $1, $2, (SELECT limits->>'first_kind' FROM telling_limit ORDER BY version DESC LIMIT 1),
           'bundle', '{}', 'normal', 'pending', now(), $3
    WHERE NOT EXISTS (SELECT FROM found)
    RETURNING id
)
SELECT id FROM found UNION ALL SELECT id FROM made;

-- name: unopened
-- Messages that should have been opened by now, locked until what follows is written; owed: still waited for, and nobody
-- who was told of it with them (a unit's people, a stand-in) has opened it either.
SELECT n.id, n.ticket, n.person, n.unit, n.kind, n.template, n.urgency, n.state,
       n.opened_at IS NULL AND notification_owed(n) AND NOT EXISTS (
           SELECT FROM journal j WHERE j.ticket = n.ticket AND j.actor_person = n.person AND j.at >= n.created_at
       ) AND NOT EXISTS (
           SELECT FROM notification o WHERE o.ticket = n.ticket AND o.unit = n.unit AND o.opened_at >= n.created_at
               AND o.template <> 'critical' AND n.template <> 'critical'
       ) AS owed
FROM notification n WHERE n.check_at <= now()
ORDER BY n.check_at LIMIT $1 FOR UPDATE OF n SKIP LOCKED;

-- name: checked
-- These messages were looked after.
UPDATE notification SET check_at = NULL WHERE id = ANY ($1::uuid[]);

-- name: follow
-- A voice call after each message nobody opened; one at most, whatever restarts.
INSERT INTO notification (id, ticket, person, unit, kind, template, params, urgency, state, created_at, next_at, follows)
SELECT gen_random_uuid(), n.ticket, n.person, n.unit, 'voice', 'unopened', '{}', n.urgency, 'pending', now(), now(), n.id
FROM notification n WHERE n.id = ANY ($1::uuid[])
ON CONFLICT (follows) DO NOTHING;

-- name: list_calls
-- Nobody answers: a person at the desk has to ring up.
UPDATE notification SET listed_at = now(), called_at = NULL WHERE id = ANY ($1::uuid[]);

-- name: receipt
-- A receipt, once for each message and word; nothing comes back where it was known, or no such message was sent.
INSERT INTO notification_receipt (notification, status, at, reason)
SELECT n.id, $2, $3, $4 FROM notification n WHERE n.id = $1 AND n.attempts > 0
ON CONFLICT DO NOTHING
RETURNING notification;

-- name: known_message
-- Whether the gateway was ever handed a message.
SELECT EXISTS (SELECT FROM notification WHERE id = $1 AND attempts > 0);

-- name: received
-- What a receipt says of its message: never back from opened. One that comes before the gateway's own answer says that
-- the message went out, and it is looked after in time ($5 minutes for a first one, $6 for a call); a failure at once.
UPDATE notification SET
    state = CASE WHEN $2 = 'failed' AND state IN ('sent', 'pending') THEN 'failed'
        WHEN $2 = 'opened' THEN 'opened'
        WHEN $2 = 'delivered' AND state IN ('sent', 'pending', 'failed') THEN 'delivered' ELSE state END,
    sent_at = CASE WHEN $2 <> 'failed' THEN coalesce(sent_at, now()) ELSE sent_at END,
    delivered_at = CASE WHEN $2 = 'delivered' THEN $3 ELSE delivered_at END,
    opened_at = CASE WHEN $2 = 'opened' THEN coalesce(opened_at, $3) ELSE opened_at END,
    error = CASE WHEN $2 = 'failed' AND state IN ('sent', 'pending') THEN $4
        WHEN $2 = 'delivered' AND state IN ('sent', 'pending', 'failed') THEN NULL ELSE error END,
    check_at = CASE WHEN $2 = 'opened' THEN NULL
        WHEN template = 'bundle' OR template = 'critical' AND kind <> 'voice' THEN check_at
        WHEN $2 = 'failed' AND state IN ('sent', 'pending') AND listed_at IS NULL THEN now()
        WHEN $2 = 'delivered' AND state = 'pending' THEN now()
            + make_interval(mins => CASE WHEN kind = 'voice' THEN $6::int ELSE $5::int END)
        ELSE check_at END
WHERE id = $1;

-- name: opened
-- A person has seen a ticket: their messages about it are opened.
UPDATE notification SET state = CASE WHEN state = 'pending' THEN 'withdrawn' ELSE 'opened' END, opened_at = now(),
    check_at = NULL
WHERE ticket = $1 AND person = $2 AND opened_at IS NULL AND state <> 'withdrawn';

-- name: calls
-- Whom a center has to ring up, the longest waiting first: only what the reader may see and is still waited for, and not
-- where a colleague of the same unit was reached about it.
SELECT jsonb_build_object(
    'id', n.id, 'ticket', n.ticket, 'number', t.number, 'title', t.title, 'urgency', n.urgency, 'person', n.person,
    'person_name', p.name, 'phone', p.phone, 'post', p.post, 'unit', n.unit, 'unit_name', u.name,
    'listed_at', wire_time(n.listed_at), 'sent_at', wire_time(n.sent_at), 'error', n.error
)
FROM notification n
JOIN ticket t ON t.id = n.ticket
JOIN person p ON p.id = n.person
JOIN unit u ON u.id = n.unit
WHERE n.listed_at IS NOT NULL AND n.called_at IS NULL AND n.opened_at IS NULL AND t.stream = ANY ($1::int[])
    AND notification_owed(n) AND NOT EXISTS (
        SELECT FROM notification o WHERE o.ticket = n.ticket AND o.unit = n.unit AND o.call_result <> 'no_answer'
            AND o.called_at >= n.created_at
    )
ORDER BY n.listed_at, n.id LIMIT 200;

-- name: called
-- Somebody rang up; where nobody answered, it is due again at $4.
UPDATE notification n SET called_at = now(), called_by = $2, call_result = $3, check_at = $4::timestamptz
FROM ticket t
WHERE n.id = $1 AND t.id = n.ticket AND n.listed_at IS NOT NULL AND n.called_at IS NULL
RETURNING n.ticket, t.stream, n.unit;

-- name: of_ticket
-- The messages about a ticket that the reader may see, in order.
SELECT jsonb_build_object(
    'id', n.id, 'person_name', p.name, 'unit_name', u.name, 'kind', n.kind, 'template', n.template,
    'state', n.state, 'attempts', n.attempts, 'created_at', wire_time(n.created_at), 'sent_at', wire_time(n.sent_at),
    'delivered_at', wire_time(n.delivered_at), 'opened_at', wire_time(n.opened_at), 'error', n.error,
    'listed_at', wire_time(n.listed_at), 'called_at', wire_time(n.called_at), 'call_result', n.call_result
)
FROM notification n JOIN person p ON p.id = n.person JOIN unit u ON u.id = n.unit
WHERE n.ticket = $1 ORDER BY n.created_at, n.id;

-- name: unsigned
-- Critical tickets that nobody has signed since before $1, with the steps already taken for this sending; none where
-- all are taken ($2: the last).
SELECT t.id AS ticket, c.started_at,
       ARRAY(SELECT e.step FROM escalation e WHERE e.ticket = t.id AND e.started_at = c.started_at) AS taken
FROM ticket t JOIN clock c ON c.ticket = t.id AND c.kind = 'sign' AND c.stopped_at IS NULL
WHERE t.urgency = 'critical' AND t.state = 'dispatched' AND c.started_at <= $1 AND NOT EXISTS (
    SELECT FROM escalation e WHERE e.ticket = t.id AND e.started_at = c.started_at AND e.step = $2
)
ORDER BY c.started_at, t.id LIMIT 500;

-- name: unsigned_count
-- How many critical tickets of some streams wait unsigned beyond the first of some spans ($2), and when the last of these
-- spans was over: it rings then.
SELECT count(DISTINCT t.id) AS unsigned, wire_time(max(c.started_at + s.after)) AS latest
FROM ticket t JOIN clock c ON c.ticket = t.id AND c.kind = 'sign' AND c.stopped_at IS NULL
CROSS JOIN unnest($2::interval[]) AS s(after)
WHERE t.urgency = 'critical' AND t.state = 'dispatched' AND t.stream = ANY ($1::int[]) AND c.started_at + s.after <= now();

-- name: escalate
-- A step of an escalation, once: nothing comes back where it was taken.
INSERT INTO escalation (ticket, started_at, step, told) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING RETURNING step;

-- name: limits
-- The limits in force, with their version.
SELECT version, limits FROM telling_limit ORDER BY version DESC LIMIT 1;

-- name: limit_history
-- The last fifty versions of the limits, the newest first.
SELECT jsonb_build_object('version', l.version, 'limits', l.limits, 'note', l.note, 'created_at', wire_time(l.created_at),
    'created_by', p.name)
FROM telling_limit l LEFT JOIN person p ON p.id = l.created_by ORDER BY l.version DESC LIMIT 50;

-- name: set_limits
-- The next version of the limits.
INSERT INTO telling_limit (limits, note, created_by) VALUES ($1, $2, $3) RETURNING version;

-- name: templates
-- The words of each kind of message in force, and how often they were changed.
SELECT DISTINCT ON (w.code) jsonb_build_object('code', w.code, 'version', w.version,
    'gateway_template', w.gateway_template, 'words', w.words, 'created_at', wire_time(w.created_at), 'created_by', p.name)
FROM notification_template w LEFT JOIN person p ON p.id = w.created_by ORDER BY w.code, w.version DESC;

-- name: set_template
-- The next version of a message's words.
INSERT INTO notification_template (code, version, gateway_template, words, created_by)
SELECT $1, max(version) + 1, $2, $3, $4 FROM notification_template WHERE code = $1
RETURNING version;

-- name: link
-- A link that opens a ticket for its receiver; the same message makes the same link when it is sent again.
INSERT INTO one_use_link (digest, notification, ticket, person, expires_at)
VALUES ($1, $2, $3, $4, now() + make_interval(hours => $5))
ON CONFLICT DO NOTHING;

-- name: follow_link
-- A link by its token's digest, locked, with whom it is for and whom to ring up where it does not open any more.
SELECT l.notification, l.ticket, l.person, l.expires_at, l.session, l.expires_at <= now() AS expired,
       p.active, c.name AS center_name, c.phone AS center_phone
FROM one_use_link l
JOIN person p ON p.id = l.person
JOIN ticket t ON t.id = l.ticket
JOIN unit c ON c.id = t.stream
WHERE l.digest = $1 FOR UPDATE OF l;

-- name: bind_link
-- The first device that followed a link: its session, and nobody else's.
UPDATE one_use_link SET opened_at = now(), session = $2 WHERE digest = $1 AND session IS NULL RETURNING session;

-- name: center_of
-- The center of a ticket, to be rung up, and now.
SELECT c.name, c.phone, now() AS now FROM ticket t JOIN unit c ON c.id = t.stream WHERE t.id = $1;

-- name: backlog
-- How many messages are due since how many seconds, and how many failed for good in the last hour.
SELECT count(*) FILTER (WHERE state = 'pending' AND next_at <= now()) AS due,
       coalesce(extract(epoch FROM now() - min(next_at) FILTER (WHERE state = 'pending')), 0)::float AS late_seconds,
       count(*) FILTER (WHERE state = 'failed' AND attempts > 0 AND created_at > now() - interval '1 hour') AS failed
FROM notification WHERE state = 'pending' OR created_at > now() - interval '1 hour';
