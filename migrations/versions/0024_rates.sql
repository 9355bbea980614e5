-- Every ticket that counts in a rate within a window. Formula 2: overdue is what was not answered by the hotline's own
-- limit, as it was put off with the hotline's consent (ours, a share of it, where the hotline named none); what had
-- ended elsewhere before it came here counts in no rate.
CREATE OR REPLACE FUNCTION rate_fact(since timestamptz, until timestamptz, satisfied_words text[], partly_words text[])
    RETURNS TABLE (rate text, ticket bigint, center int, unit int, amount int, part boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT f.rate, t.id, t.stream, coalesce(t.lead_unit, t.unit, t.stream), f.amount, false
    FROM ticket t CROSS JOIN LATERAL (
        SELECT CASE
            WHEN t.replied_at IS NOT NULL THEN coalesce(t.replied_at > t.reply_due, false)
            WHEN t.outer_due IS NULL THEN t.overdue_at IS NOT NULL
            WHEN t.state IN ('suspended', 'closed', 'cancelled', 'rejected', 'handed_back')
                THEN t.outer_due < t.state_since
            ELSE t.outer_due < now()
        END::int AS late
    ) o CROSS JOIN LATERAL (VALUES
        ('overdue_raw', o.late),
        ('overdue', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE o.late END),
        ('hops', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE t.hops::int END),
        ('returned', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE (coalesce(t.returns, 0) > 0)::int END),
        ('patrol', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE (t.source = 'patrol')::int END)
    ) AS f(rate, amount)
    WHERE t.received_at >= since AND t.received_at < until AND f.amount IS NOT NULL
        AND NOT (t.state = 'closed' AND t.closed_at IS NULL)
    UNION ALL
    SELECT 'sign_on_time', t.id, t.stream, coalesce(t.lead_unit, t.unit, t.stream), (t.signed_at <= t.sign_due)::int, false
    FROM ticket t
    WHERE t.signed_at >= since AND t.signed_at < until AND t.sign_due IS NOT NULL AND NOT coalesce(t.exempt, false)
    UNION ALL
    SELECT f.rate, t.id, t.stream, coalesce(t.lead_unit, t.unit, t.stream), f.amount, false
    FROM ticket t CROSS JOIN LATERAL (VALUES
        ('reply_on_time', (t.replied_at <= t.reply_due)::int),
        ('reworked', (t.rework > 0)::int)
    ) AS f(rate, amount)
    WHERE t.replied_at >= since AND t.replied_at < until AND f.amount IS NOT NULL AND NOT coalesce(t.exempt, false)
    UNION ALL
    SELECT f.rate, t.id, t.stream, coalesce(t.lead_unit, t.unit, t.stream), f.amount, f.part
    FROM ticket t CROSS JOIN LATERAL (VALUES
        ('responded', coalesce((t.callback_result->>'contacted')::boolean, false)::int, false),
        ('solved', coalesce((t.callback_result->>'solved')::boolean, false)::int, false),
        ('satisfied',
            coalesce(t.callback_result->>'satisfied' = ANY (satisfied_words || partly_words), false)::int,
            coalesce(t.callback_result->>'satisfied' = ANY (partly_words), false))
    ) AS f(rate, amount, part)
    WHERE t.called_back_at >= since AND t.called_back_at < until AND NOT coalesce(t.exempt, false)
    UNION ALL
    SELECT 'first_right', t.id, t.stream, coalesce(t.first_sent, t.unit, t.stream), (t.closed_unit = t.first_sent)::int, false
    FROM ticket t
    WHERE t.closed_at >= since AND t.closed_at < until AND t.first_sent IS NOT NULL AND t.closed_unit IS NOT NULL
        AND NOT coalesce(t.exempt, false);
END;

-- The clock of 督办 among a ticket's running ones: the answer that falls due first. Only supervised tickets have one.
CREATE FUNCTION supervision_clocks(of bigint) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', 'supervision', 'started_at', wire_time(s.asked_at),
            'due_at', wire_time(s.due_at), 'warned', CASE WHEN s.overdue_at IS NOT NULL THEN 'overdue' END,
            'soon_at', wire_time(s.asked_at + (s.due_at - s.asked_at) * 0.8), 'paused_at', NULL, 'unannounced', false)),
            '[]'::jsonb)
        FROM (SELECT * FROM supervision WHERE ticket = of AND state = 'asked' ORDER BY due_at LIMIT 1) s);

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
        'supervised', coalesce(t.supervised, 0),
        'clocks', CASE WHEN t.supervised > 0 THEN ticket_clocks(t.id) || supervision_clocks(t.id)
            ELSE ticket_clocks(t.id) END
    );
END
$$;

-- What a unit says to a card it was given.
ALTER TABLE card ADD COLUMN answer TEXT;
ALTER TABLE card ADD COLUMN answered_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE card ADD COLUMN answered_by INTEGER;
ALTER TABLE card ADD CONSTRAINT card_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person (id);
GRANT UPDATE (answer, answered_at, answered_by) ON card TO dispatch_app;

-- How many units the 红榜 and the 黑榜 name; none said: three.
ALTER TABLE rate_setting ADD COLUMN board SMALLINT;

-- Which tickets counted, and how much, when a score period was locked: the list behind each of its figures, for good.
CREATE TABLE score_fact (
    period INTEGER NOT NULL,
    rate TEXT NOT NULL,
    ticket BIGINT NOT NULL,
    center INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    part BOOLEAN NOT NULL,
    CONSTRAINT score_fact_pkey PRIMARY KEY (period, rate, ticket),
    CONSTRAINT score_fact_period_fkey FOREIGN KEY (period) REFERENCES score_period (id)
);
ALTER TABLE score_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON score_fact USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON score_fact FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));
GRANT SELECT, INSERT ON score_fact TO dispatch_app;
