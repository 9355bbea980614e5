-- name: hold
-- Lock tickets with their families (what each is merged into, what is merged into it) until the transaction ends, in
-- order of their ids, which is everybody's. What is read with the lock may be older than it, so nothing is but the ids.
-- The ids come by a subquery, so that the plan does not hang on how many they are: it is made once and kept.
WITH given AS MATERIALIZED (SELECT $1::bigint[] AS ids)
SELECT t.id FROM ticket t
WHERE t.id = ANY (ARRAY(
    SELECT unnest(ids) FROM given
    UNION ALL SELECT o.merged_into FROM ticket o WHERE o.id = ANY ((SELECT ids FROM given)::bigint[]) AND o.state = 'merged'
    UNION ALL SELECT c.id FROM ticket c
        WHERE c.merged_into = ANY ((SELECT ids FROM given)::bigint[]) AND c.state = 'merged'
))
ORDER BY t.id FOR UPDATE;

-- name: look
-- One ticket as it stands, with its open assignments, running clocks and the tickets merged into it; and what a decision
-- looks at beside it: the database's clock, its pictures, attempts that did not reach the caller, and what the
-- operation $2 already did, if it is known.
SELECT t.*,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'part', a.part, 'unit', a.unit, 'person', a.person,
        'replied', a.reply IS NOT NULL, 'kind', coalesce(a.kind, 'assigned'), 'report_in_by', a.report_in_by,
        'reported_in_at', a.reported_in_at) ORDER BY a.id), '[]') FROM assignment a
     WHERE a.ticket = t.id AND a.closed_at IS NULL) AS open_assignments,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'started_at', c.started_at, 'due_at', c.due_at,
        'paused_at', c.paused_at, 'pauses', c.pauses, 'marks', c.marks, 'basis', c.basis) ORDER BY c.due_at), '[]')
     FROM clock c
     WHERE c.ticket = t.id AND c.stopped_at IS NULL) AS running_clocks,
    ARRAY(SELECT m.id FROM ticket m WHERE m.merged_into = t.id AND m.state = 'merged' ORDER BY m.id) AS children,
    clock_timestamp() AS moment,
    (SELECT count(*) FROM evidence e WHERE e.ticket = t.id AND e.kind IS DISTINCT FROM 'voice') AS evidence,
    (SELECT count(*) FROM journal j WHERE j.ticket = t.id AND j.event = 'ticket.contacted'
        AND j.detail->>'result' <> 'reached') AS failed_contacts,
    (SELECT jsonb_build_object('ticket', j.ticket, 'command', j.command, 'actor_person', j.actor_person)
     FROM journal j WHERE j.operation = $2) AS done
FROM ticket t WHERE t.id = $1;

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
-- One decision on one ticket: columns that change, from the JSON object $2 (the others keep their value), and its journal
-- row, from the JSON object $3; an audit row tells that it was.
WITH changed AS (
    UPDATE ticket t SET (
        version, state, prior, state_since, sent_at, placement, lon, lat, raw_lon, raw_lat, datum, level, radius_m, p_cell,
        p_town, edge_m, near_edge, cell, village, town, police_grid, boundary_version, tile, located, rule_set,
        routing_rule, routing_reason, stream, owed_by, unit, first_unit, lead_unit, lead_person, signed_by, no_return,
        hops, returned, urged, supplements, rework, answer, reply, how_closed, callback_result, audience, outer_due,
        former_centers, first_sent, merged_into, callers, suspended_until, next_step_at, exempt, supervised, source,
        order_no, signed_at, sign_due, replied_at, reply_due, called_back_at, closed_at, closed_unit, overdue_at, returns,
        reporter, reporter_unit, police, rested, category, place_need
    ) = (
        SELECT version, state, prior, state_since, sent_at, placement, lon, lat, raw_lon, raw_lat, datum, level, radius_m, p_cell,
            p_town, edge_m, near_edge, cell, village, town, police_grid, boundary_version, tile, located, rule_set,
            routing_rule, routing_reason, stream, owed_by, unit, first_unit, lead_unit, lead_person, signed_by, no_return,
            hops, returned, urged, supplements, rework, answer, reply, how_closed, callback_result, audience, outer_due,
            former_centers, first_sent, merged_into, callers, suspended_until, next_step_at, exempt, supervised, source,
            order_no, signed_at, sign_due, replied_at, reply_due, called_back_at, closed_at, closed_unit, overdue_at, returns,
            reporter, reporter_unit, police, rested, category, place_need
        FROM jsonb_populate_record(t, $2)
    )
    WHERE t.id = $1
), said AS (
    SELECT * FROM jsonb_to_record($3) AS j(version int, at timestamptz, event text, command text, actor_person int,
        actor_unit int, actor text, operation uuid, state_from text, state_to text, done_at timestamptz, detail jsonb)
), audited AS (
    INSERT INTO audit (person, unit, action, subject, detail)
    SELECT actor_person, actor_unit, event, 'ticket:' || $1, jsonb_strip_nulls(jsonb_build_object('version', version,
        'by', CASE WHEN actor_person IS NULL THEN actor END))
    FROM said
)
INSERT INTO journal (ticket, version, at, event, command, actor_person, actor_unit, actor, operation, state_from,
    state_to, done_at, changes, detail)
SELECT $1, version, at, event, command, actor_person, actor_unit, actor, operation, state_from, state_to,
    done_at, $2, detail
FROM said;

-- name: follow
-- What most decisions on a ticket ($1) bring about: clocks stop at an instant ($2), named by their kinds ($3), and start
-- ($4); assignments open ($5), at now ($7); status reports wait to go up ($6). $4 to $6 are JSON arrays by column name. No clock of $4 is of a kind in $3 that is
-- stopped in the very instant it began: such a one is stopped before.
WITH stopped AS (
    UPDATE clock SET stopped_at = $2, next_at = NULL
    WHERE ticket = $1 AND kind = ANY ($3::text[]) AND stopped_at IS NULL
), started AS (
    INSERT INTO clock (ticket, kind, started_at, due_at, reason, next_at, marks, basis, timetable, unannounced)
    SELECT $1, kind, started_at, due_at, reason, next_at, marks, basis, timetable, unannounced
    FROM jsonb_to_recordset($4) AS c(kind text, started_at timestamptz, due_at timestamptz, reason text,
        next_at timestamptz, marks timestamptz[], basis jsonb, timetable int, unannounced boolean)
    ON CONFLICT (ticket, kind, started_at) DO UPDATE
    SET stopped_at = NULL, due_at = excluded.due_at, reason = excluded.reason, next_at = excluded.next_at, warned = NULL,
        marks = excluded.marks, basis = excluded.basis, timetable = excluded.timetable,
        unannounced = excluded.unannounced, fired = '{}', paused_at = NULL, pauses = NULL
), opened AS (
    INSERT INTO assignment (ticket, part, unit, person, opened_at, note, kind, report_in_by)
    SELECT $1, part, unit, person, $7, note, kind, report_in_by
    FROM jsonb_to_recordset($5) AS a(part text, unit int, person int, note text, kind text, report_in_by timestamptz)
)
INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at)
SELECT c.id, c.source, c.ticket, c.version, c.status, c.body, 'pending', c.created_at, c.next_at
FROM jsonb_to_recordset($6) AS c(id uuid, source text, ticket bigint, version int, status text, body jsonb,
    created_at timestamptz, next_at timestamptz)
JOIN source s ON s.id = c.source AND s.callback_url IS NOT NULL;

-- name: stop_clocks
-- Clocks of one ticket that stop.
UPDATE clock SET stopped_at = $3, next_at = NULL WHERE ticket = $1 AND kind = ANY($2::text[]) AND stopped_at IS NULL;

-- name: resume_clocks
-- The last stopped clock of each kind runs again as it was; a warning already fired stays fired.
UPDATE clock c SET stopped_at = NULL, next_at = (
    SELECT min(m.at) FROM unnest(clock_marks(c), '{half,soon,two_hours,overdue}'::text[]) AS m(at, name)
    WHERE m.name <> ALL (c.fired))
WHERE ticket = $1 AND kind = ANY($2::text[]) AND stopped_at IS NOT NULL
    AND started_at = (SELECT max(l.started_at) FROM clock l WHERE l.ticket = c.ticket AND l.kind = c.kind);

-- name: pause_clocks
-- Running clocks of one ticket that rest: none warns until it is moved.
UPDATE clock SET paused_at = $3, next_at = NULL
WHERE ticket = $1 AND kind = ANY($2::text[]) AND stopped_at IS NULL AND paused_at IS NULL;

-- name: move_clocks
-- Running clocks that were reckoned anew, from a JSON array. What was fired stays fired; how urgent it is, is told by the
-- new instants. A clock that another transaction moved meanwhile is left to the next look.
UPDATE clock c SET due_at = m.due_at, reason = CASE WHEN m.basis IS NULL THEN c.reason ELSE m.reason END,
    marks = m.marks, basis = m.basis, timetable = m.timetable, unannounced = m.unannounced, pauses = m.pauses,
    paused_at = m.paused_at,
    warned = CASE WHEN m.due_at <= now() THEN 'overdue' WHEN m.marks[2] <= now() THEN 'soon' END,
    next_at = CASE WHEN m.paused_at IS NULL THEN (
        SELECT min(w.at) FROM unnest(m.marks, '{half,soon,two_hours,overdue}'::text[]) AS w(at, name)
        WHERE w.name <> ALL (c.fired)) END
FROM jsonb_to_recordset($1) AS m(ticket bigint, kind text, started_at timestamptz, was_due_at timestamptz,
    due_at timestamptz, reason text, marks timestamptz[], basis jsonb, timetable int, unannounced boolean,
    pauses jsonb, paused_at timestamptz)
WHERE c.ticket = m.ticket AND c.kind = m.kind AND c.started_at = m.started_at AND c.stopped_at IS NULL
    AND c.due_at = m.was_due_at;

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
-- Status events for the hotline above; $1 is a JSON array. A source that gave no address is owed none.
INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at)
SELECT c.id, c.source, c.ticket, c.version, c.status, c.body, 'pending', c.created_at, c.next_at
FROM jsonb_to_recordset($1) AS c(id uuid, source text, ticket bigint, version int, status text, body jsonb,
    created_at timestamptz, next_at timestamptz)
JOIN source s ON s.id = c.source AND s.callback_url IS NOT NULL;

-- name: withdraw_callbacks
-- A status that was still held back does not go up; one that was tried, and waits to be tried again, does.
UPDATE callback SET state = 'withdrawn' WHERE ticket = $1 AND state = 'pending' AND attempts = 0 AND next_at > $2;

-- name: append
-- Entries with the ticket's public row as it stands now, under the next numbers of their streams; $1 is a JSON array, $2
-- the moment. The rows are read before the counters are locked, those in order of their ids.
WITH given AS MATERIALIZED (
    SELECT e.*, row_number() OVER (PARTITION BY e.stream ORDER BY e.place) AS n, t.row
    FROM ROWS FROM (jsonb_to_recordset($1) AS (stream int, ticket bigint, version int, event text, before text[],
        after text[], trace text)) WITH ORDINALITY AS e(stream, ticket, version, event, before, after, trace, place)
    CROSS JOIN LATERAL (SELECT ticket_row(r) AS row FROM ticket r WHERE r.id = e.ticket OFFSET 0) t
), counted AS MATERIALIZED (
    SELECT stream, count(*) AS n FROM given GROUP BY stream
), locked AS MATERIALIZED (
    SELECT id FROM stream WHERE id IN (SELECT stream FROM counted) ORDER BY id FOR UPDATE
), raised AS (
    UPDATE stream s SET seq = s.seq + c.n FROM counted c, locked l WHERE l.id = c.stream AND s.id = c.stream
    RETURNING s.id, s.seq - c.n AS before
)
INSERT INTO stream_entry (stream, seq, ticket, version, event, before, after, row, at, trace)
SELECT g.stream, r.before + g.n, g.ticket, g.version, g.event, g.before, g.after, g.row, $2, g.trace
FROM given g JOIN raised r ON r.id = g.stream RETURNING row;

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
