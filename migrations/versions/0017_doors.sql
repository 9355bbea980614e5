-- When a ticket was signed, replied, called back and closed, and what was due: what rates count. Who reported it on
-- patrol. Nothing is required, so that the former program can go on beside this one.
ALTER TABLE ticket ADD COLUMN signed_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN sign_due TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN replied_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN reply_due TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN called_back_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN closed_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN closed_unit INTEGER;
ALTER TABLE ticket ADD COLUMN overdue_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD COLUMN returns SMALLINT;
ALTER TABLE ticket ADD COLUMN reporter INTEGER;
ALTER TABLE ticket ADD COLUMN reporter_unit INTEGER;
ALTER TABLE ticket ADD CONSTRAINT ticket_closed_unit_fkey FOREIGN KEY (closed_unit) REFERENCES unit (id);
ALTER TABLE ticket ADD CONSTRAINT ticket_reporter_fkey FOREIGN KEY (reporter) REFERENCES person (id);
ALTER TABLE ticket ADD CONSTRAINT ticket_reporter_unit_fkey FOREIGN KEY (reporter_unit) REFERENCES unit (id);

-- What happened before is read from journal and clocks.
UPDATE ticket t SET
    signed_at = (SELECT min(j.at) FROM journal j WHERE j.ticket = t.id AND j.command = 'sign'),
    sign_due = (SELECT c.due_at FROM clock c WHERE c.ticket = t.id AND c.kind = 'sign' ORDER BY c.started_at LIMIT 1),
    replied_at = (SELECT min(j.at) FROM journal j WHERE j.ticket = t.id AND j.state_to = 'replied'),
    reply_due = (SELECT c.due_at FROM clock c WHERE c.ticket = t.id AND c.kind = 'reply' ORDER BY c.started_at LIMIT 1),
    called_back_at = (SELECT max(j.at) FROM journal j WHERE j.ticket = t.id AND j.command = 'call_back'),
    closed_at = CASE WHEN t.state = 'closed' THEN t.state_since END,
    closed_unit = CASE WHEN t.state = 'closed' THEN coalesce(t.lead_unit, t.unit) END,
    overdue_at = (SELECT c.due_at FROM clock c WHERE c.ticket = t.id AND c.kind = 'reply' AND c.warned = 'overdue'
        ORDER BY c.started_at LIMIT 1),
    returns = (SELECT count(*) FROM journal j WHERE j.ticket = t.id AND j.command = 'return')
WHERE EXISTS (SELECT FROM journal j WHERE j.ticket = t.id AND j.version > 1)
    OR EXISTS (SELECT FROM clock c WHERE c.ticket = t.id AND c.warned = 'overdue');
CREATE INDEX ticket_signed_at_idx ON ticket (signed_at) WHERE signed_at IS NOT NULL;
CREATE INDEX ticket_replied_at_idx ON ticket (replied_at) WHERE replied_at IS NOT NULL;
CREATE INDEX ticket_called_back_at_idx ON ticket (called_back_at) WHERE called_back_at IS NOT NULL;
CREATE INDEX ticket_closed_at_idx ON ticket (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX ticket_reporter_idx ON ticket (reporter, id) WHERE reporter IS NOT NULL;
CREATE INDEX ticket_without_order_idx ON ticket (stream, received_at) WHERE order_no IS NULL;

-- How rates are weighed and windows are cut; one version is active, the former ones explain former figures.
CREATE TABLE rate_setting (
    version INTEGER NOT NULL,
    active BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    responded DOUBLE PRECISION NOT NULL,
    solved DOUBLE PRECISION NOT NULL,
    satisfied DOUBLE PRECISION NOT NULL,
    partly DOUBLE PRECISION NOT NULL,
    satisfied_words TEXT[] NOT NULL,
    partly_words TEXT[] NOT NULL,
    day_starts INTEGER NOT NULL,
    month_starts INTEGER NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    CONSTRAINT rate_setting_pkey PRIMARY KEY (version),
    CONSTRAINT rate_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT rate_setting_bounds_check CHECK (responded >= 0 AND solved >= 0 AND satisfied >= 0
        AND partly BETWEEN 0 AND 1 AND day_starts BETWEEN 0 AND 1439 AND month_starts BETWEEN 1 AND 28)
);
CREATE UNIQUE INDEX rate_setting_active_idx ON rate_setting (active) WHERE active;
INSERT INTO rate_setting (version, active, note, responded, solved, satisfied, partly, satisfied_words, partly_words,
    day_starts, month_starts)
VALUES (1, true, '响应 0.1、解决 0.5、满意 0.4;每日 12 时起,每月 19 日起', 0.1, 0.5, 0.4, 0.9,
    '{satisfied,满意,非常满意}', '{mostly_satisfied,基本满意}', 720, 19);
GRANT SELECT, INSERT ON rate_setting TO dispatch_app;
GRANT UPDATE (active) ON rate_setting TO dispatch_app;

-- Every ticket that counts in a rate within a window, and how much it counts: figures and the lists behind them read
-- the same rows. `amount` is what it adds to the numerator; `part` marks what counts only partly (基本满意).
-- Tickets exempt from assessment are left out, but for the raw overdue ones.
CREATE FUNCTION rate_fact(since timestamptz, until timestamptz, satisfied_words text[], partly_words text[])
    RETURNS TABLE (rate text, ticket bigint, center int, unit int, amount int, part boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT f.rate, t.id, t.stream, coalesce(t.lead_unit, t.unit, t.stream), f.amount, false
    FROM ticket t CROSS JOIN LATERAL (VALUES
        ('overdue_raw', (t.overdue_at IS NOT NULL)::int),
        ('overdue', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE (t.overdue_at IS NOT NULL)::int END),
        ('hops', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE t.hops::int END),
        ('returned', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE (coalesce(t.returns, 0) > 0)::int END),
        ('patrol', CASE WHEN coalesce(t.exempt, false) THEN NULL ELSE (t.source = 'patrol')::int END)
    ) AS f(rate, amount)
    WHERE t.received_at >= since AND t.received_at < until AND f.amount IS NOT NULL
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

-- 督办: what was asked of whoever has a ticket, by when, what they answered. At most one open one of each level.
CREATE TABLE supervision (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    ticket BIGINT NOT NULL,
    level SMALLINT NOT NULL,
    requirement TEXT NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    asked_by INTEGER,
    asked_of INTEGER NOT NULL,
    state TEXT NOT NULL,
    overdue_at TIMESTAMP WITH TIME ZONE,
    answer TEXT,
    answered_at TIMESTAMP WITH TIME ZONE,
    answered_by INTEGER,
    lifted_at TIMESTAMP WITH TIME ZONE,
    lifted_by INTEGER,
    lifted TEXT,
    CONSTRAINT supervision_pkey PRIMARY KEY (id),
    CONSTRAINT supervision_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket (id),
    CONSTRAINT supervision_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person (id),
    CONSTRAINT supervision_asked_of_fkey FOREIGN KEY (asked_of) REFERENCES unit (id),
    CONSTRAINT supervision_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person (id),
    CONSTRAINT supervision_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES person (id),
    CONSTRAINT supervision_state_check CHECK (state IN ('asked', 'answered', 'lifted')),
    CONSTRAINT supervision_level_check CHECK (level BETWEEN 1 AND 5)
);
CREATE INDEX supervision_ticket_idx ON supervision (ticket);
CREATE INDEX supervision_due_at_idx ON supervision (due_at) WHERE state = 'asked' AND overdue_at IS NULL;
CREATE INDEX supervision_asked_at_idx ON supervision (asked_at);
ALTER TABLE supervision ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON supervision USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON supervision FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));
GRANT SELECT, INSERT ON supervision TO dispatch_app;
GRANT UPDATE (state, overdue_at, answer, answered_at, answered_by, lifted_at, lifted_by, lifted) ON supervision
    TO dispatch_app;
GRANT USAGE ON SEQUENCE supervision_id_seq TO dispatch_app;

-- Whether somebody of this audience may read what is said of a unit: the unit itself, its center, the district's center.
CREATE FUNCTION dispatch_hears_of(about int) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (SELECT FROM unit u WHERE (u.id = about OR u.kind = 'district_center'
            OR u.id = (SELECT s.center FROM unit s WHERE s.id = about))
        AND 'unit:' || u.id = ANY (dispatch_audience()));

-- Yellow and red cards of units.
CREATE TABLE card (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    unit INTEGER NOT NULL,
    color TEXT NOT NULL,
    reason TEXT NOT NULL,
    tickets BIGINT[] NOT NULL,
    given_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    given_by INTEGER NOT NULL,
    revoked_at TIMESTAMP WITH TIME ZONE,
    revoked_by INTEGER,
    revoked TEXT,
    CONSTRAINT card_pkey PRIMARY KEY (id),
    CONSTRAINT card_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT card_given_by_fkey FOREIGN KEY (given_by) REFERENCES person (id),
    CONSTRAINT card_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person (id),
    CONSTRAINT card_color_check CHECK (color IN ('yellow', 'red'))
);
CREATE INDEX card_given_at_idx ON card (given_at);
ALTER TABLE card ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON card USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON card FOR SELECT USING (dispatch_hears_of(unit));
GRANT SELECT, INSERT ON card TO dispatch_app;
GRANT UPDATE (revoked_at, revoked_by, revoked) ON card TO dispatch_app;
GRANT USAGE ON SEQUENCE card_id_seq TO dispatch_app;

-- Score periods: shown to be checked, objected to, locked with their figures, announced. Locked figures stay.
CREATE TABLE score_period (
    id INTEGER GENERATED ALWAYS AS IDENTITY,
    name TEXT NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    setting INTEGER NOT NULL,
    state TEXT NOT NULL,
    objections_until TIMESTAMP WITH TIME ZONE NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    opened_by INTEGER NOT NULL,
    figures JSONB,
    locked_at TIMESTAMP WITH TIME ZONE,
    locked_by INTEGER,
    published_at TIMESTAMP WITH TIME ZONE,
    published_by INTEGER,
    CONSTRAINT score_period_pkey PRIMARY KEY (id),
    CONSTRAINT score_period_name_key UNIQUE (name),
    CONSTRAINT score_period_setting_fkey FOREIGN KEY (setting) REFERENCES rate_setting (version),
    CONSTRAINT score_period_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person (id),
    CONSTRAINT score_period_locked_by_fkey FOREIGN KEY (locked_by) REFERENCES person (id),
    CONSTRAINT score_period_published_by_fkey FOREIGN KEY (published_by) REFERENCES person (id),
    CONSTRAINT score_period_state_check CHECK (state IN ('checking', 'ruling', 'locked', 'published')),
    CONSTRAINT score_period_window_check CHECK (since < until),
    CONSTRAINT score_period_locked_check CHECK ((state IN ('locked', 'published')) = (figures IS NOT NULL))
);
GRANT SELECT, INSERT ON score_period TO dispatch_app;
GRANT UPDATE (state, figures, locked_at, locked_by, published_at, published_by) ON score_period TO dispatch_app;
GRANT USAGE ON SEQUENCE score_period_id_seq TO dispatch_app;

CREATE FUNCTION score_period_life() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.state || '>' || NEW.state NOT IN ('checking>ruling', 'ruling>locked', 'locked>published') THEN
        RAISE integrity_constraint_violation
            USING MESSAGE = 'a score period does not go ' || OLD.state || '>' || NEW.state;
    END IF;
    IF OLD.figures IS NOT NULL AND NEW.figures IS DISTINCT FROM OLD.figures THEN
        RAISE integrity_constraint_violation
            USING MESSAGE = 'the figures of a locked score period do not change';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER score_period_life BEFORE UPDATE ON score_period FOR EACH ROW EXECUTE FUNCTION score_period_life();

-- 申诉: what a unit objects to in a period; an upheld one about a ticket leaves that ticket out of that rate.
CREATE TABLE objection (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    period INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    rate TEXT NOT NULL,
    ticket BIGINT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    raised_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    raised_by INTEGER NOT NULL,
    ruling TEXT,
    ruled_at TIMESTAMP WITH TIME ZONE,
    ruled_by INTEGER,
    CONSTRAINT objection_pkey PRIMARY KEY (id),
    CONSTRAINT objection_period_ticket_rate_key UNIQUE (period, ticket, rate),
    CONSTRAINT objection_period_fkey FOREIGN KEY (period) REFERENCES score_period (id),
    CONSTRAINT objection_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT objection_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket (id),
    CONSTRAINT objection_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES person (id),
    CONSTRAINT objection_ruled_by_fkey FOREIGN KEY (ruled_by) REFERENCES person (id),
    CONSTRAINT objection_state_check CHECK (state IN ('open', 'upheld', 'refused'))
);
ALTER TABLE objection ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON objection USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON objection FOR SELECT USING (dispatch_hears_of(unit));
GRANT SELECT, INSERT ON objection TO dispatch_app;
GRANT UPDATE (state, ruling, ruled_at, ruled_by) ON objection TO dispatch_app;
GRANT USAGE ON SEQUENCE objection_id_seq TO dispatch_app;
