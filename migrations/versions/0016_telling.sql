-- What people are told, and when: limits and texts as versions, the newest of which are in force.
CREATE TABLE telling_limit (
    version INTEGER GENERATED ALWAYS AS IDENTITY,
    limits JSONB NOT NULL,
    note TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    CONSTRAINT telling_limit_pkey PRIMARY KEY (version),
    CONSTRAINT telling_limit_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id)
);
CREATE TABLE notification_template (
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    gateway_template TEXT NOT NULL,
    words TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    CONSTRAINT notification_template_pkey PRIMARY KEY (code, version),
    CONSTRAINT notification_template_code_check CHECK (code IN ('assigned', 'unopened', 'bundle', 'critical')),
    CONSTRAINT notification_template_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id)
);

-- One message to one person. `params` hold no caller's data. `listed_at`: since when a person has to ring up instead.
CREATE TABLE notification (
    id UUID NOT NULL,
    ticket BIGINT,
    person INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    kind TEXT NOT NULL,
    template TEXT NOT NULL,
    params JSONB NOT NULL,
    urgency TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    next_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE,
    delivered_at TIMESTAMP WITH TIME ZONE,
    opened_at TIMESTAMP WITH TIME ZONE,
    error TEXT,
    follows UUID,
    bundle UUID,
    check_at TIMESTAMP WITH TIME ZONE,
    listed_at TIMESTAMP WITH TIME ZONE,
    called_at TIMESTAMP WITH TIME ZONE,
    called_by INTEGER,
    call_result TEXT,
    CONSTRAINT notification_pkey PRIMARY KEY (id),
    CONSTRAINT notification_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket (id),
    CONSTRAINT notification_person_fkey FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT notification_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT notification_follows_fkey FOREIGN KEY (follows) REFERENCES notification (id),
    CONSTRAINT notification_bundle_fkey FOREIGN KEY (bundle) REFERENCES notification (id),
    CONSTRAINT notification_called_by_fkey FOREIGN KEY (called_by) REFERENCES person (id),
    CONSTRAINT notification_kind_check CHECK (kind IN ('sms', 'voice', 'wecom')),
    CONSTRAINT notification_state_check
        CHECK (state IN ('pending', 'sent', 'delivered', 'opened', 'failed', 'bundled', 'withdrawn')),
    CONSTRAINT notification_call_result_check CHECK (call_result IN ('reached', 'no_answer', 'passed_on'))
);
CREATE INDEX notification_due_idx ON notification (next_at) WHERE state = 'pending';
CREATE INDEX notification_person_idx ON notification (person, created_at);
CREATE INDEX notification_ticket_idx ON notification (ticket);
CREATE INDEX notification_check_at_idx ON notification (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX notification_listed_idx ON notification (listed_at) WHERE listed_at IS NOT NULL AND called_at IS NULL;
CREATE UNIQUE INDEX notification_follows_idx ON notification (follows);
CREATE INDEX notification_bundle_idx ON notification (bundle) WHERE bundle IS NOT NULL;
CREATE INDEX notification_created_at_idx ON notification (created_at);

-- What the gateway says became of a message; the same word twice changes nothing.
CREATE TABLE notification_receipt (
    notification UUID NOT NULL,
    status TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    reason TEXT,
    received_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT notification_receipt_pkey PRIMARY KEY (notification, status),
    CONSTRAINT notification_receipt_notification_fkey FOREIGN KEY (notification) REFERENCES notification (id),
    CONSTRAINT notification_receipt_status_check CHECK (status IN ('delivered', 'opened', 'failed'))
);

-- A link that opens one ticket for one person on the first device that follows it. The token is kept nowhere.
CREATE TABLE one_use_link (
    digest BYTEA NOT NULL,
    notification UUID NOT NULL,
    ticket BIGINT NOT NULL,
    person INTEGER NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE,
    session BYTEA,
    CONSTRAINT one_use_link_pkey PRIMARY KEY (digest),
    CONSTRAINT one_use_link_notification_key UNIQUE (notification),
    CONSTRAINT one_use_link_notification_fkey FOREIGN KEY (notification) REFERENCES notification (id),
    CONSTRAINT one_use_link_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket (id),
    CONSTRAINT one_use_link_person_fkey FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT one_use_link_session_key UNIQUE (session)
);
-- A session of such a link reaches its ticket and nothing else, and asks for no password, so it never locks.
ALTER TABLE session ADD COLUMN ticket BIGINT;

-- Which steps of a critical ticket's escalation were taken, once for each time it was sent to somebody to sign.
CREATE TABLE escalation (
    ticket BIGINT NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    step TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    told INTEGER[] NOT NULL,
    CONSTRAINT escalation_pkey PRIMARY KEY (ticket, started_at, step),
    CONSTRAINT escalation_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket (id),
    CONSTRAINT escalation_step_check CHECK (step IN ('operator', 'leader', 'district'))
);
CREATE INDEX ticket_critical_idx ON ticket (id) WHERE urgency = 'critical' AND state = 'dispatched';

-- Who is on duty for a unit, and as what. Taken off, never deleted.
CREATE TABLE shift (
    id INTEGER GENERATED ALWAYS AS IDENTITY,
    unit INTEGER NOT NULL,
    person INTEGER NOT NULL,
    role TEXT NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    removed_at TIMESTAMP WITH TIME ZONE,
    removed_by INTEGER,
    CONSTRAINT shift_pkey PRIMARY KEY (id),
    CONSTRAINT shift_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT shift_person_fkey FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT shift_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT shift_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES person (id),
    CONSTRAINT shift_role_check CHECK (role IN ('operator', 'leader')),
    CONSTRAINT shift_order_check CHECK (starts_at < ends_at)
);
CREATE UNIQUE INDEX shift_unit_person_role_starts_at_idx ON shift (unit, person, role, starts_at)
    WHERE removed_at IS NULL;
CREATE INDEX shift_unit_ends_at_idx ON shift (unit, ends_at) WHERE removed_at IS NULL;

-- One shift gave over to the next: what was open, what was said, and both names under it.
CREATE TABLE handover (
    id INTEGER GENERATED ALWAYS AS IDENTITY,
    unit INTEGER NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    from_person INTEGER NOT NULL,
    to_person INTEGER NOT NULL,
    items JSONB NOT NULL,
    sound_heard BOOLEAN NOT NULL,
    notes TEXT NOT NULL,
    confirmed_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT handover_pkey PRIMARY KEY (id),
    CONSTRAINT handover_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT handover_from_person_fkey FOREIGN KEY (from_person) REFERENCES person (id),
    CONSTRAINT handover_to_person_fkey FOREIGN KEY (to_person) REFERENCES person (id),
    CONSTRAINT handover_two_check CHECK (from_person <> to_person)
);
CREATE INDEX handover_unit_idx ON handover (unit, at);

-- Who does another person's work at a unit for a time (AB 岗).
CREATE TABLE stand_in (
    id INTEGER GENERATED ALWAYS AS IDENTITY,
    person INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reason TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    CONSTRAINT stand_in_pkey PRIMARY KEY (id),
    CONSTRAINT stand_in_person_fkey FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT stand_in_absent_fkey FOREIGN KEY (absent) REFERENCES person (id),
    CONSTRAINT stand_in_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT stand_in_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT stand_in_two_check CHECK (person <> absent),
    CONSTRAINT stand_in_order_check CHECK (starts_at <= ends_at)
);
CREATE INDEX stand_in_person_idx ON stand_in (person, ends_at);
CREATE INDEX stand_in_absent_idx ON stand_in (absent, ends_at);

-- A post that was left, and who took over what was open in its holder's name (nobody: the unit).
CREATE TABLE post_end (
    id INTEGER GENERATED ALWAYS AS IDENTITY,
    person INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    role TEXT NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    successor INTEGER,
    reason TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    CONSTRAINT post_end_pkey PRIMARY KEY (id),
    CONSTRAINT post_end_person_fkey FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT post_end_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT post_end_successor_fkey FOREIGN KEY (successor) REFERENCES person (id),
    CONSTRAINT post_end_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id)
);
CREATE INDEX post_end_person_idx ON post_end (person, unit);
CREATE INDEX assignment_person_idx ON assignment (person) WHERE person IS NOT NULL AND closed_at IS NULL;

-- A password that somebody else set opens the door to choosing one's own, and to nothing else.
ALTER TABLE account ADD COLUMN must_change BOOLEAN;

-- The roles somebody has now: their own, and those of whom they stand in for, with whose name. A stand-in reads what
-- names the absent person only where they stand in for them everywhere the absent person works.
CREATE FUNCTION memberships_of(who integer) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ARRAY(
        SELECT held FROM (
            SELECT m.role || ' ' || m.unit AS held FROM membership m WHERE m.person = who AND m.valid @> now()
            UNION
            SELECT m.role || ' ' || m.unit || CASE WHEN EXISTS (
                SELECT FROM membership o WHERE o.person = s.absent AND o.valid @> now() AND NOT EXISTS (
                    SELECT FROM stand_in e WHERE e.person = who AND e.absent = s.absent AND e.unit = o.unit
                        AND e.starts_at <= now() AND e.ends_at > now()
                )
            ) THEN '' ELSE ' ' || s.absent END
            FROM stand_in s JOIN membership m ON m.person = s.absent AND m.unit = s.unit AND m.valid @> now()
            WHERE s.person = who AND s.starts_at <= now() AND s.ends_at > now()
                AND m.role NOT IN ('system_admin', 'security_admin', 'audit_admin')
        ) of_all ORDER BY held
    );

-- Whether what a message is about still waits for its receiver: the lead's 收到, a co-handler's reply, a signature.
CREATE FUNCTION notification_owed(n notification) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN n.ticket IS NULL OR EXISTS (
        SELECT FROM ticket t WHERE t.id = n.ticket AND t.state = 'dispatched'
            AND (n.template = 'critical' OR t.unit = n.unit)
    ) OR EXISTS (
        SELECT FROM ticket t JOIN assignment a ON a.ticket = t.id
        WHERE t.id = n.ticket AND n.template <> 'critical' AND a.closed_at IS NULL AND a.reply IS NULL
            AND (t.state = 'assigned' OR t.state = 'in_progress' AND a.part = 'co') AND a.unit = n.unit
            AND (a.person IS NULL OR a.person = n.person OR EXISTS (
                SELECT FROM stand_in s WHERE s.person = n.person AND s.absent = a.person AND s.unit = a.unit
                    AND s.starts_at <= now() AND s.ends_at > now()
            ))
    );

-- Row security: messages are for those who see the ticket; the rest is decided in the program, or known to everybody.
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON notification USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON notification FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));
ALTER TABLE notification_receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON notification_receipt USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
ALTER TABLE one_use_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON one_use_link USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
ALTER TABLE escalation ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON escalation USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON handover USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON handover FOR SELECT USING ('unit:' || unit = ANY (dispatch_audience()));
ALTER TABLE post_end ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON post_end USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

GRANT SELECT, INSERT ON telling_limit, notification_template, notification, notification_receipt, one_use_link,
    escalation, shift, handover, stand_in, post_end TO dispatch_app;
GRANT UPDATE ON notification TO dispatch_app;
GRANT UPDATE (opened_at, session) ON one_use_link TO dispatch_app;
GRANT UPDATE (removed_at, removed_by) ON shift TO dispatch_app;
GRANT UPDATE (confirmed_at) ON handover TO dispatch_app;
GRANT UPDATE (ends_at) ON stand_in TO dispatch_app;
GRANT INSERT, UPDATE ON person, membership TO dispatch_app;
GRANT INSERT ON account TO dispatch_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO dispatch_app;

INSERT INTO telling_limit (limits, note) VALUES (jsonb_build_object(
    'first_kind', 'sms', 'unopened_minutes', 10, 'call_minutes', 10, 'quiet_from', '22:00', 'quiet_until', '07:00',
    'daily_cap', 20, 'bundle_minutes', 60, 'operator_minutes', 5, 'leader_minutes', 10, 'district_minutes', 15
), '初始设置');
INSERT INTO notification_template (code, version, gateway_template, words) VALUES
    ('assigned', 1, 'SMS_ASSIGNED',
     '【社会治理】{unit}收到{urgency}工单 {number}({category}),{due}前办理。点开即可签收,24 小时内有效:{link}'),
    ('unopened', 1, 'VOICE_UNOPENED', '您有一件{urgency}工单 {number} 尚未查看,请尽快打开短信里的链接办理。'),
    ('bundle', 1, 'SMS_BUNDLE', '【社会治理】您另有 {count} 件新工单,请登录手机端查看:{link}'),
    ('critical', 1, 'SMS_CRITICAL',
     '【社会治理】特急工单 {number}({category})派到{unit}已 {minutes} 分钟未签收,请立即处置:{link}');
