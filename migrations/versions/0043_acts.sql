-- Whatever these functions are given, they go by key: their plans are made once for a session and kept, because making one
-- costs more than going by it.

-- Lock tickets with their families (what each is merged into, what is merged into it) until the transaction ends, in
-- order of their ids, which is everybody's; answers which are locked.
CREATE FUNCTION tickets_hold(given bigint[]) RETURNS bigint[]
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN ARRAY(
        SELECT t.id FROM ticket t
        WHERE t.id = ANY (ARRAY(
            SELECT unnest(given)
            UNION ALL SELECT o.merged_into FROM ticket o WHERE o.id = ANY (given) AND o.state = 'merged'
            UNION ALL SELECT c.id FROM ticket c WHERE c.merged_into = ANY (given) AND c.state = 'merged'
        ))
        ORDER BY t.id FOR UPDATE
    );
END
$$;

-- One ticket as it stands, with its open assignments, running clocks and the tickets merged into it; and what a decision
-- looks at beside it: the database's clock, and what an operation already did, if it is known. Tickets to hold are locked
-- first, and what is read is no older than the locks: a statement of a volatile function sees what was committed when it
-- begins. One statement that locks and reads would not: it sees what there was before it waited.
CREATE FUNCTION ticket_look(wanted bigint, asked uuid, held bigint[]) RETURNS TABLE (
        ticket ticket, open_assignments jsonb, running_clocks jsonb, children bigint[], moment timestamptz,
        done jsonb, locked bigint[])
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    holding CONSTANT bigint[] := tickets_hold(held);
BEGIN
    RETURN QUERY SELECT t,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'part', a.part, 'unit', a.unit, 'person', a.person,
            'replied', a.reply IS NOT NULL, 'kind', coalesce(a.kind, 'assigned'), 'report_in_by', a.report_in_by,
            'reported_in_at', a.reported_in_at) ORDER BY a.id), '[]') FROM assignment a
         WHERE a.ticket = t.id AND a.closed_at IS NULL),
        (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'started_at', c.started_at, 'due_at', c.due_at,
            'paused_at', c.paused_at, 'pauses', c.pauses, 'marks', c.marks, 'basis', c.basis) ORDER BY c.due_at), '[]')
         FROM clock c
         WHERE c.ticket = t.id AND c.stopped_at IS NULL),
        ARRAY(SELECT m.id FROM ticket m WHERE m.merged_into = t.id AND m.state = 'merged' ORDER BY m.id),
        clock_timestamp(),
        (SELECT jsonb_build_object('ticket', j.ticket, 'command', j.command, 'actor_person', j.actor_person)
         FROM journal j WHERE j.operation = asked),
        holding
    FROM ticket t WHERE t.id = wanted;
END
$$;

-- Running clocks that were reckoned anew, from a JSON array. What was fired stays fired; how urgent it is, is told by
-- the new instants. A clock that another transaction moved meanwhile is left to the next look.
CREATE FUNCTION clocks_move(moved jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    UPDATE clock c SET due_at = m.due_at, reason = CASE WHEN m.basis IS NULL THEN c.reason ELSE m.reason END,
        marks = m.marks, basis = m.basis, timetable = m.timetable, unannounced = m.unannounced, pauses = m.pauses,
        paused_at = m.paused_at,
        warned = CASE WHEN m.due_at <= now() THEN 'overdue' WHEN m.marks[2] <= now() THEN 'soon' END,
        next_at = CASE WHEN m.paused_at IS NULL THEN (
            SELECT min(w.at) FROM unnest(m.marks, '{half,soon,two_hours,overdue}'::text[]) AS w(at, name)
            WHERE w.name <> ALL (c.fired)) END
    FROM jsonb_to_recordset(moved) AS m(ticket bigint, kind text, started_at timestamptz, was_due_at timestamptz,
        due_at timestamptz, reason text, marks timestamptz[], basis jsonb, timetable int, unannounced boolean,
        pauses jsonb, paused_at timestamptz)
    WHERE c.ticket = m.ticket AND c.kind = m.kind AND c.started_at = m.started_at AND c.stopped_at IS NULL
        AND c.due_at = m.was_due_at;
END
$$;

-- Status events for the hotline above, from a JSON array by column name. A source that gave no address is owed none.
CREATE FUNCTION callbacks_add(reports jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at)
    SELECT c.id, c.source, c.ticket, c.version, c.status, c.body, 'pending', c.created_at, c.next_at
    FROM jsonb_to_recordset(reports) AS c(id uuid, source text, ticket bigint, version int, status text, body jsonb,
        created_at timestamptz, next_at timestamptz)
    JOIN source s ON s.id = c.source AND s.callback_url IS NOT NULL;
END
$$;

-- What follows from a decision on one ticket: clocks stop and start, assignments open, status reports wait to go up,
-- clocks run again, rest, are moved, in this order. What happens to clocks is a JSON object, where what does not happen
-- is left out; assignments and reports are JSON arrays by column name, or null.
CREATE FUNCTION ticket_follow(of bigint, at timestamptz, changed jsonb, opened jsonb, reports jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    moment CONSTANT timestamptz := changed->>'at';
BEGIN
    IF changed ? 'stop' THEN
        UPDATE clock SET stopped_at = moment, next_at = NULL
        WHERE ticket = of AND kind = ANY (ARRAY(SELECT jsonb_array_elements_text(changed->'stop')))
            AND stopped_at IS NULL;
    END IF;
    IF changed ? 'start' THEN
        INSERT INTO clock (ticket, kind, started_at, due_at, reason, next_at, marks, basis, timetable, unannounced)
        SELECT of, c.kind, c.started_at, c.due_at, c.reason, c.next_at, c.marks, c.basis, c.timetable, c.unannounced
        FROM jsonb_to_recordset(changed->'start') AS c(kind text, started_at timestamptz, due_at timestamptz,
            reason text, next_at timestamptz, marks timestamptz[], basis jsonb, timetable int, unannounced boolean)
        ON CONFLICT (ticket, kind, started_at) DO UPDATE
        SET stopped_at = NULL, due_at = excluded.due_at, reason = excluded.reason, next_at = excluded.next_at,
            warned = NULL, marks = excluded.marks, basis = excluded.basis, timetable = excluded.timetable,
            unannounced = excluded.unannounced, fired = '{}', paused_at = NULL, pauses = NULL;
    END IF;
    IF opened IS NOT NULL THEN
        INSERT INTO assignment (ticket, part, unit, person, opened_at, note, kind, report_in_by)
        SELECT of, a.part, a.unit, a.person, at, a.note, a.kind, a.report_in_by
        FROM jsonb_to_recordset(opened) AS a(part text, unit int, person int, note text, kind text,
            report_in_by timestamptz);
    END IF;
    IF reports IS NOT NULL THEN
        PERFORM callbacks_add(reports);
    END IF;
    IF changed ? 'resume' THEN  -- a warning already fired stays fired
        UPDATE clock c SET stopped_at = NULL, next_at = (
            SELECT min(m.at) FROM unnest(clock_marks(c), '{half,soon,two_hours,overdue}'::text[]) AS m(at, name)
            WHERE m.name <> ALL (c.fired))
        WHERE ticket = of AND kind = ANY (ARRAY(SELECT jsonb_array_elements_text(changed->'resume')))
            AND stopped_at IS NOT NULL
            AND started_at = (SELECT max(l.started_at) FROM clock l WHERE l.ticket = c.ticket AND l.kind = c.kind);
    END IF;
    IF changed ? 'pause' THEN  -- none warns until it is moved
        UPDATE clock SET paused_at = moment, next_at = NULL
        WHERE ticket = of AND kind = ANY (ARRAY(SELECT jsonb_array_elements_text(changed->'pause')))
            AND stopped_at IS NULL AND paused_at IS NULL;
    END IF;
    IF changed ? 'move' THEN
        PERFORM clocks_move(changed->'move');
    END IF;
END
$$;

-- Entries (a JSON array) with the tickets' public rows as they stand now, under the next numbers of their streams. The
-- rows are read before the counters are locked, those in order of their ids. The last act of a transaction.
CREATE FUNCTION entries_append(entries jsonb, at timestamptz) RETURNS void
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    WITH given AS MATERIALIZED (
        SELECT e.*, row_number() OVER (PARTITION BY e.stream ORDER BY e.place) AS n, t.row
        FROM ROWS FROM (jsonb_to_recordset(entries) AS (stream int, ticket bigint, version int, event text,
            before text[], after text[], trace text))
            WITH ORDINALITY AS e(stream, ticket, version, event, before, after, trace, place)
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
    SELECT g.stream, r.before + g.n, g.ticket, g.version, g.event, g.before, g.after, g.row, entries_append.at, g.trace
    FROM given g JOIN raised r ON r.id = g.stream;
END
$$;

-- One ticket's entries (a JSON array, one for each stream) with its public row as it stands now, under the next numbers of
-- the streams, in order of their ids: answers the row. The last act of a transaction.
CREATE FUNCTION ticket_tell(of bigint, entries jsonb, at timestamptz) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    told CONSTANT jsonb := (SELECT ticket_row(t) FROM ticket t WHERE t.id = of);
    entry record;
    number bigint;
BEGIN
    FOR entry IN
        SELECT * FROM jsonb_to_recordset(entries) AS e(stream int, version int, event text, before text[], after text[],
            trace text) ORDER BY stream
    LOOP
        UPDATE stream SET seq = seq + 1 WHERE id = entry.stream RETURNING seq INTO STRICT number;
        INSERT INTO stream_entry (stream, seq, ticket, version, event, before, after, row, at, trace)
        VALUES (entry.stream, number, of, entry.version, entry.event, entry.before, entry.after, told, ticket_tell.at,
            entry.trace);
    END LOOP;
    RETURN told;
END
$$;

-- One decision on one ticket: columns that change (a JSON object; the others keep their value), and its journal row (by
-- column name), which holds the same change; an audit row tells that it was. Then what follows (ticket_follow), and its
-- entries, or null where they are appended later, with others'. Answers its public row where they are written.
CREATE FUNCTION ticket_step(of bigint, changes jsonb, journal jsonb, at timestamptz, clocks jsonb, opened jsonb,
        reports jsonb, entries jsonb) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    said CONSTANT journal := jsonb_populate_record(NULL::journal, journal);
BEGIN
    UPDATE ticket t SET (
            version, state, prior, state_since, sent_at, placement, lon, lat, raw_lon, raw_lat, datum, level,
            radius_m, p_cell, p_town, edge_m, near_edge, cell, village, town, police_grid, boundary_version,
            tile, located, rule_set, routing_rule, routing_reason, stream, owed_by, unit, first_unit, lead_unit,
            lead_person, signed_by, no_return, hops, returned, urged, supplements, rework, answer, reply,
            how_closed, callback_result, audience, outer_due, former_centers, first_sent, merged_into, callers,
            suspended_until, next_step_at, exempt, supervised, source, order_no, signed_at, sign_due,
            replied_at, reply_due, called_back_at, closed_at, closed_unit, overdue_at, returns, reporter,
            reporter_unit, police, rested, category, place_need
        ) = (
            SELECT
            version, state, prior, state_since, sent_at, placement, lon, lat, raw_lon, raw_lat, datum, level,
            radius_m, p_cell, p_town, edge_m, near_edge, cell, village, town, police_grid, boundary_version,
            tile, located, rule_set, routing_rule, routing_reason, stream, owed_by, unit, first_unit, lead_unit,
            lead_person, signed_by, no_return, hops, returned, urged, supplements, rework, answer, reply,
            how_closed, callback_result, audience, outer_due, former_centers, first_sent, merged_into, callers,
            suspended_until, next_step_at, exempt, supervised, source, order_no, signed_at, sign_due,
            replied_at, reply_due, called_back_at, closed_at, closed_unit, overdue_at, returns, reporter,
            reporter_unit, police, rested, category, place_need
            FROM jsonb_populate_record(t, changes)
        )
    WHERE t.id = of;
    INSERT INTO audit (person, unit, action, subject, detail)
    VALUES (said.actor_person, said.actor_unit, said.event, 'ticket:' || of, jsonb_strip_nulls(jsonb_build_object(
        'version', said.version, 'by', CASE WHEN said.actor_person IS NULL THEN said.actor END)));
    INSERT INTO journal (ticket, version, at, event, command, actor_person, actor_unit, actor, operation, state_from,
        state_to, done_at, changes, detail)
    VALUES (of, said.version, said.at, said.event, said.command, said.actor_person, said.actor_unit, said.actor,
        said.operation, said.state_from, said.state_to, said.done_at, changes, said.detail);
    IF num_nonnulls(clocks, opened, reports) > 0 THEN
        PERFORM ticket_follow(of, at, clocks, opened, reports);
    END IF;
    IF entries IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN ticket_tell(of, entries, at);
END
$$;
