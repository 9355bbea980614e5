-- What a ticket is found to be (疑难, 不合理诉求), and the day of an enforcement case's decision.
ALTER TABLE ticket ADD COLUMN flags TEXT[];
ALTER TABLE enforcement_case ADD COLUMN decision_on DATE;

-- The public row of a ticket, with what it is found to be.
CREATE OR REPLACE FUNCTION ticket_row(t ticket) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
BEGIN
    RETURN jsonb_build_object(
        'id', t.id, 'number', t.number, 'order_no', t.order_no, 'version', t.version,
        'state', t.state, 'prior', t.prior, 'state_since', wire_time(t.state_since),
        'type', t.type, 'channel', t.channel, 'urgency', t.urgency, 'category', t.category,
        'title', t.title, 'address', t.address, 'confidential', t.confidential,
        'called_at', wire_time(t.called_at), 'received_at', wire_time(t.received_at),
        'outer_due', wire_time(t.outer_due)
    ) || jsonb_build_object(
        'place_need', t.place_need, 'placement', t.placement, 'lon', t.lon, 'lat', t.lat, 'level', t.level,
        'radius_m', t.radius_m, 'p_cell', t.p_cell, 'p_town', t.p_town, 'edge_m', t.edge_m,
        'near_edge', t.near_edge, 'cell', t.cell, 'village', t.village, 'town', t.town,
        'police_grid', t.police_grid, 'boundary_version', t.boundary_version
    ) || jsonb_build_object(
        'routing_reason', t.routing_reason, 'stream', t.stream, 'owed_by', t.owed_by, 'unit', t.unit,
        'lead_unit', t.lead_unit, 'lead_person', t.lead_person, 'urged', t.urged,
        'supplements', t.supplements, 'rework', t.rework, 'hops', t.hops, 'no_return', t.no_return,
        'callers', coalesce(t.callers, 1), 'merged_into', t.merged_into, 'suspended_until', wire_time(t.suspended_until),
        'next_step_at', wire_time(t.next_step_at), 'exempt', coalesce(t.exempt, false),
        'flags', coalesce(to_jsonb(t.flags), '[]'),
        'supervised', coalesce(t.supervised, 0),
        'clocks', CASE WHEN t.supervised > 0 THEN ticket_clocks(t.id) || supervision_clocks(t.id)
            ELSE ticket_clocks(t.id) END
    );
END
$$;

-- One decision on one ticket, which may change its type, what is confidential of it, and what it is found to be.
CREATE OR REPLACE FUNCTION ticket_step(of bigint, changes jsonb, journal jsonb, at timestamptz, clocks jsonb, opened jsonb, reports jsonb, entries jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    VOLATILE SET plan_cache_mode = force_generic_plan
    AS $$
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
            reporter_unit, police, rested, category, place_need, type, confidential, flags
        ) = (
            SELECT
            version, state, prior, state_since, sent_at, placement, lon, lat, raw_lon, raw_lat, datum, level,
            radius_m, p_cell, p_town, edge_m, near_edge, cell, village, town, police_grid, boundary_version,
            tile, located, rule_set, routing_rule, routing_reason, stream, owed_by, unit, first_unit, lead_unit,
            lead_person, signed_by, no_return, hops, returned, urged, supplements, rework, answer, reply,
            how_closed, callback_result, audience, outer_due, former_centers, first_sent, merged_into, callers,
            suspended_until, next_step_at, exempt, supervised, source, order_no, signed_at, sign_due,
            replied_at, reply_due, called_back_at, closed_at, closed_unit, overdue_at, returns, reporter,
            reporter_unit, police, rested, category, place_need, type, confidential, flags
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

-- Whoever has the work in hand is told that it is urged (催办), and that it goes on after 挂账.
ALTER TABLE notification_template DROP CONSTRAINT notification_template_code_check,
    ADD CONSTRAINT notification_template_code_check
        CHECK (code IN ('assigned', 'sent_back', 'urged', 'resumed', 'unopened', 'bundle', 'critical'));
INSERT INTO notification_template (code, version, gateway_template, words) VALUES
    ('urged', 1, 'SMS_URGED',
     '【社会治理】{unit}的{urgency}工单 {number}({category})被催办,请在{due}前办结。点开办理,24 小时内有效:{link}'),
    ('resumed', 1, 'SMS_RESUMED',
     '【社会治理】{unit}的{urgency}工单 {number}({category})挂账到期,恢复办理,{due}前办结。点开办理,24 小时内有效:{link}');

-- Whether what a message is about still waits for its receiver: the lead's 收到, a co-handler's reply, a signature; of what
-- came back, is urged or goes on, the lead's next answer.
CREATE OR REPLACE FUNCTION notification_owed(n notification) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN n.ticket IS NULL OR EXISTS (
        SELECT FROM ticket t WHERE t.id = n.ticket
            AND (t.state = 'dispatched' OR t.state = 'signed' AND n.template IN ('sent_back', 'urged', 'resumed'))
            AND (n.template = 'critical' OR t.unit = n.unit)
    ) OR EXISTS (
        SELECT FROM ticket t JOIN assignment a ON a.ticket = t.id
        WHERE t.id = n.ticket AND n.template <> 'critical' AND a.closed_at IS NULL AND a.reply IS NULL
            AND (t.state = 'assigned' OR t.state = 'in_progress'
                AND (a.part = 'co' OR n.template IN ('sent_back', 'urged', 'resumed')))
            AND a.unit = n.unit
            AND (a.person IS NULL OR a.person = n.person OR EXISTS (
                SELECT FROM stand_in s WHERE s.person = n.person AND s.absent = a.person AND s.unit = a.unit
                    AND s.starts_at <= now() AND s.ends_at > now()
            ))
    );
