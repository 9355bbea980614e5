-- name: hold
-- Lock tickets with their families until the transaction ends, before any of them is read; answers which are locked.
SELECT tickets_hold($1);

-- name: look
-- One ticket as it stands, with what a decision looks at beside it, among that what the operation $2 already did; with the
-- tickets $3 locked first, and their families.
SELECT (l.ticket).id, (l.ticket).number, (l.ticket).version, (l.ticket).state, (l.ticket).prior,
    (l.ticket).state_since, (l.ticket).sent_at, (l.ticket).source, (l.ticket).order_no, (l.ticket).type,
    (l.ticket).urgency, (l.ticket).category, (l.ticket).confidential, (l.ticket).place_need, (l.ticket).placement,
    (l.ticket).cell, (l.ticket).village, (l.ticket).town, (l.ticket).police_grid, (l.ticket).boundary_version,
    (l.ticket).stream, (l.ticket).owed_by, (l.ticket).unit, (l.ticket).first_unit, (l.ticket).lead_unit,
    (l.ticket).lead_person, (l.ticket).signed_by, (l.ticket).no_return, (l.ticket).hops, (l.ticket).urged,
    (l.ticket).supplements, (l.ticket).rework, (l.ticket).returned, (l.ticket).answer, (l.ticket).audience,
    (l.ticket).channel, (l.ticket).former_centers, (l.ticket).first_sent, (l.ticket).merged_into, (l.ticket).callers,
    (l.ticket).suspended_until, (l.ticket).next_step_at, (l.ticket).exempt, (l.ticket).flags, (l.ticket).outer_due,
    (l.ticket).supervised, (l.ticket).returns, (l.ticket).reporter, (l.ticket).reporter_unit, (l.ticket).police,
    (l.ticket).rested,
    l.open_assignments, l.running_clocks, l.children, l.moment, l.done, l.locked
FROM ticket_look($1, $2, $3) l;

-- name: failed_contacts
-- How many attempts did not reach the caller.
SELECT count(*) FROM journal WHERE ticket = $1 AND event = 'ticket.contacted' AND detail->>'result' <> 'reached';

-- name: followers
-- Tickets of our own that were answered with this one: nobody above calls back about them.
SELECT id FROM ticket WHERE merged_into = $1 AND state = 'replied' AND order_no IS NULL ORDER BY id;

-- name: receive
-- New tickets from a JSON array of whole rows ($1), each with its first journal row: the whole row is the change. One audit
-- row tells of all of them. With them in the same statement, because each trip costs what a ticket costs: their clocks
-- ($6) and status reports ($7) as JSON arrays by column name, their sealed callers as columns ($8 to $15).
WITH made AS (
    INSERT INTO ticket SELECT r.* FROM jsonb_populate_recordset(NULL::ticket, $1) r RETURNING *
), audited AS (
    INSERT INTO audit (person, unit, action, subject, detail)
    SELECT $3::int, $4::int, 'ticket.received', CASE count(*) WHEN 1 THEN 'ticket:' || min(id) ELSE 'tickets' END,
        jsonb_strip_nulls(jsonb_build_object('by', CASE WHEN $3::int IS NULL THEN $2::text END,
            'tickets', CASE WHEN count(*) > 1 THEN jsonb_agg(id ORDER BY id) END))
    FROM made HAVING count(*) > 0
), called AS (
    INSERT INTO caller (ticket, key, sealed, masked_name, masked_phone, phone_index, tail_index, name_index)
    SELECT * FROM unnest($8::bigint[], $9::int[], $10::bytea[], $11::text[], $12::text[], $13::bytea[], $14::bytea[],
        $15::bytea[])
), started AS (
    INSERT INTO clock (ticket, kind, started_at, due_at, reason, next_at, marks, basis, timetable, unannounced)
    SELECT ticket, kind, started_at, due_at, reason, next_at, marks, basis, timetable, unannounced
    FROM jsonb_to_recordset($6) AS c(ticket bigint, kind text, started_at timestamptz, due_at timestamptz, reason text,
        next_at timestamptz, marks timestamptz[], basis jsonb, timetable int, unannounced boolean)
), reported AS (
    INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at)
    SELECT c.id, c.source, c.ticket, c.version, c.status, c.body, 'pending', c.created_at, c.next_at
    FROM jsonb_to_recordset($7) AS c(id uuid, source text, ticket bigint, version int, status text, body jsonb,
        created_at timestamptz, next_at timestamptz)
    JOIN source s ON s.id = c.source AND s.callback_url IS NOT NULL
)
INSERT INTO journal (ticket, version, at, event, command, actor, actor_person, actor_unit, operation, state_to, changes,
    detail)
SELECT m.id, m.version, m.received_at, 'ticket.received', 'receive', $2, $3, $4, $5, m.state, to_jsonb(m),
    jsonb_build_object('routing_reason', m.routing_reason, 'stream', m.stream, 'unit', m.unit)
FROM made m;

-- name: step
-- One decision on one ticket ($1): columns that change ($2), their journal row ($3), at ($4) what follows from it ($5 to
-- $7, see follow), and its entries ($8) unless they are appended later; answers its public row where they are written.
SELECT ticket_step($1, $2, $3, $4, $5, $6, $7, $8);

-- name: follow
-- What follows from a decision on a ticket ($1) at ($2): its clocks change ($3), assignments open ($4), reports go up ($5).
SELECT ticket_follow($1, $2, $3, $4, $5);

-- name: move_clocks
-- Running clocks that were reckoned anew, from a JSON array.
SELECT clocks_move($1);

-- name: end_assignments
-- Every open assignment of a ticket ends but those that are kept, or one of them.
UPDATE assignment SET closed_at = $2, ended = $3
WHERE ticket = $1 AND closed_at IS NULL AND ($4::bigint IS NULL OR id = $4) AND id <> ALL ($5::bigint[]);

-- name: reopen_assignments
-- Assignments that rested come back, each with the person it now names.
UPDATE assignment a SET closed_at = NULL, ended = NULL, person = g.person
FROM unnest($2::bigint[], $3::int[]) AS g(id, person)
WHERE a.id = g.id AND a.ticket = $1 AND a.ended = 'merged';

-- name: report_in
-- A called unit has come.
UPDATE assignment SET reported_in_at = $2 WHERE id = $1;

-- name: reply_assignment
-- A co-handler's reply.
UPDATE assignment SET reply = $2 WHERE id = $1;

-- name: insert_callbacks
-- Status events for the hotline above, from a JSON array.
SELECT callbacks_add($1);

-- name: withdraw_callbacks
-- A status that was still held back does not go up; one that was tried, and waits to be tried again, does.
UPDATE callback SET state = 'withdrawn' WHERE ticket = $1 AND state = 'pending' AND attempts = 0 AND next_at > $2;

-- name: append
-- Entries with the tickets' public rows as they stand now, under the next numbers of their streams; $1 is a JSON array,
-- $2 the moment.
SELECT entries_append($1, $2);

-- name: operation
-- What an operation id already did.
SELECT j.ticket, j.version, j.command, j.actor_person FROM journal j WHERE j.operation = $1;

-- name: row
-- The public row of a ticket.
SELECT ticket_row(t) FROM ticket t WHERE t.id = $1;

-- name: reply
-- What the citizen is answered, and how it was closed.
SELECT reply, how_closed FROM ticket WHERE id = $1;

-- name: members
-- The units each of these persons belongs to now.
SELECT person, array_agg(unit) AS units FROM membership
WHERE person = ANY($1::int[]) AND valid @> now() GROUP BY person;

-- name: due_clocks
-- Clocks whose next warning has come, the longest waiting first.
SELECT ticket, kind, started_at FROM clock
WHERE stopped_at IS NULL AND next_at <= now() ORDER BY next_at LIMIT $1;

-- name: warn_clock
-- A clock's warnings that have come fire, each once: answers which, what the clock turned to and when it is due; nothing
-- when another process was first.
WITH reached AS (
    SELECT coalesce(array_agg(m.name ORDER BY m.at, m.ordinal) FILTER (WHERE m.at <= now()), '{}') AS marks,
        min(m.at) FILTER (WHERE m.at > now()) AS next_at
    FROM clock c, unnest(clock_marks(c), '{half,soon,two_hours,overdue}'::text[]) WITH ORDINALITY AS m(at, name, ordinal)
    WHERE c.ticket = $1 AND c.kind = $2 AND c.started_at = $3 AND m.name <> ALL (c.fired)
)
UPDATE clock c SET fired = c.fired || r.marks, next_at = r.next_at,
    warned = CASE WHEN c.due_at <= now() THEN 'overdue' WHEN (clock_marks(c))[2] <= now() THEN 'soon' END
FROM reached r
WHERE c.ticket = $1 AND c.kind = $2 AND c.started_at = $3 AND c.stopped_at IS NULL AND c.next_at <= now()
RETURNING r.marks, c.warned, c.due_at;
