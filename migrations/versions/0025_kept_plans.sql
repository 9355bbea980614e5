-- The running clocks of a ticket, the next to fall due first. In PL/pgSQL again: its plan is kept by the session, while a
-- function in SQL is planned anew by each statement, which every act, entry and snapshot paid for.
CREATE OR REPLACE FUNCTION ticket_clocks(of bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'kind', c.kind, 'started_at', wire_time(c.started_at), 'due_at', wire_time(c.due_at), 'warned', c.warned,
            'soon_at', wire_time((clock_marks(c))[2]), 'paused_at', wire_time(c.paused_at),
            'unannounced', c.unannounced
        ) ORDER BY c.due_at, c.kind), '[]'::jsonb)
        FROM clock c WHERE c.ticket = of AND c.stopped_at IS NULL
    );
END
$$;

-- The clock of 督办 among a ticket's running ones, likewise.
CREATE OR REPLACE FUNCTION supervision_clocks(of bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'kind', 'supervision', 'started_at', wire_time(s.asked_at), 'due_at', wire_time(s.due_at),
            'warned', CASE WHEN s.overdue_at IS NOT NULL THEN 'overdue' END,
            'soon_at', wire_time(s.asked_at + (s.due_at - s.asked_at) * 0.8), 'paused_at', NULL, 'unannounced', false
        )), '[]'::jsonb)
        FROM (SELECT * FROM supervision WHERE ticket = of AND state = 'asked' ORDER BY due_at LIMIT 1) s
    );
END
$$;

-- Room in each page for the next versions of its rows: an act that changes no indexed value touches no index then. In
-- full pages six of ten notes touched all of them.
ALTER TABLE ticket SET (fillfactor = 85);
ALTER TABLE clock SET (fillfactor = 85);
