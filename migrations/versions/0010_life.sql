-- The unit it was first sent to; the ticket it was merged into, and how many callers speak through it; until when it is
-- suspended; when the next step of a stage is due; whether it counts in the assessment; at which level it is supervised.
-- Nothing is required, so that the former program can go on inserting beside this one.
ALTER TABLE ticket ADD COLUMN first_sent INTEGER;
ALTER TABLE ticket ADD COLUMN merged_into BIGINT;
ALTER TABLE ticket ADD COLUMN callers SMALLINT;
ALTER TABLE ticket ADD COLUMN suspended_until TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN next_step_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN exempt BOOLEAN;
ALTER TABLE ticket ADD COLUMN supervised SMALLINT;
ALTER TABLE ticket ADD CONSTRAINT ticket_first_sent_fkey FOREIGN KEY (first_sent) REFERENCES unit (id);
ALTER TABLE ticket ADD CONSTRAINT ticket_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES ticket (id);
UPDATE ticket t SET first_sent = coalesce(
    (SELECT (j.changes->>'unit')::int FROM journal j WHERE j.ticket = t.id AND j.changes->>'unit' IS NOT NULL
     ORDER BY j.version LIMIT 1), t.unit);
CREATE INDEX ticket_merged_into_idx ON ticket (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ticket_suspended_until_idx ON ticket (suspended_until) WHERE state = 'suspended';

-- The running clocks of a ticket, the next to fall due first. In PL/pgSQL its plan is kept by the session; a function in
-- SQL is planned anew by each statement, which cost every act half a millisecond together with the next.
CREATE OR REPLACE FUNCTION ticket_clocks(of bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'kind', c.kind, 'started_at', wire_time(c.started_at), 'due_at', wire_time(c.due_at), 'warned', c.warned
        ) ORDER BY c.due_at, c.kind), '[]'::jsonb)
        FROM clock c WHERE c.ticket = of AND c.stopped_at IS NULL
    );
END
$$;

-- A ticket's public row: the same in snapshot, entries and answers. Holds no personal data and no audience.
CREATE OR REPLACE FUNCTION ticket_row(t ticket) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
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
        'supervised', coalesce(t.supervised, 0),
        'clocks', ticket_clocks(t.id)
    );
END
$$;
