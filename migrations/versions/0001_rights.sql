-- What the tables cannot say by themselves: the public row, row security and grants of the application role.

CREATE FUNCTION dispatch_audience() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('dispatch.audience', true), ''), '{}')::text[];

CREATE FUNCTION dispatch_is_system() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('dispatch.scope', true), '') = 'system';

-- An instant as the wire says it: ISO 8601, UTC, milliseconds.
CREATE FUNCTION wire_time(at timestamptz) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- The running clocks of a ticket, the nearest first.
CREATE FUNCTION ticket_clocks(of bigint) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'kind', kind, 'started_at', wire_time(started_at), 'due_at', wire_time(due_at), 'warned', warned
        ) ORDER BY due_at, kind), '[]'::jsonb)
        FROM clock WHERE ticket = of AND stopped_at IS NULL
    );

-- A ticket's public row: the same in snapshot, entries and answers. Holds no personal data and no audience.
CREATE FUNCTION ticket_row(t ticket) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
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
        'clocks', ticket_clocks(t.id)
    );

-- Row security. Two scopes: the system's (decided in the program, in the same transaction) and a reader's.
ALTER TABLE ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON ticket USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON ticket FOR SELECT USING (audience && dispatch_audience());

ALTER TABLE caller ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON caller USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON caller FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON assignment USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON assignment FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));

ALTER TABLE clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON clock USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON clock FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON evidence USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON evidence FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));

ALTER TABLE callback ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON callback USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON callback FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));

-- A unit that handed a ticket on keeps what it did itself.
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON journal USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON journal FOR SELECT USING (
    EXISTS (SELECT FROM ticket t WHERE t.id = ticket)
    OR 'unit:' || actor_unit = ANY (dispatch_audience())
);

ALTER TABLE stream_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON stream_entry USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON stream_entry FOR SELECT USING (
    after && dispatch_audience() OR before && dispatch_audience()
);

ALTER TABLE waiting_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON waiting_message USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

-- Grants. Journal, entries and audit can be added to and read, never changed.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO dispatch_app;
GRANT INSERT ON ticket, caller, assignment, clock, journal, evidence, stream_entry, delivery, hotline_order,
    waiting_message, callback, session, socket_ticket, audit, data_key, epoch TO dispatch_app;
GRANT UPDATE ON ticket, caller, assignment, clock, stream, waiting_message, callback, hotline_order, session,
    account, boundary_version, rule_set TO dispatch_app;
GRANT DELETE ON socket_ticket TO dispatch_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO dispatch_app;

INSERT INTO epoch (id, why) VALUES (gen_random_uuid(), 'first migration');
