-- The schema at head, printed by `python -m migrations schema` (PostgreSQL 15). Not run by anything.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

CREATE FUNCTION public.area_of_a_draft() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM FROM public.boundary_version WHERE id = OLD.boundary_version AND state = 'draft' FOR SHARE;
        IF NOT FOUND THEN
            RAISE integrity_constraint_violation
                USING MESSAGE = 'boundary version ' || OLD.boundary_version || ' is no draft: its areas do not change';
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM FROM public.boundary_version WHERE id = NEW.boundary_version AND state = 'draft' FOR SHARE;
        IF NOT FOUND THEN
            RAISE integrity_constraint_violation
                USING MESSAGE = 'boundary version ' || NEW.boundary_version || ' is no draft: its areas do not change';
        END IF;
        RETURN NEW;
    END IF;
    RETURN OLD;
END
$$;

CREATE FUNCTION public.audit_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = 'rows of ' || TG_TABLE_NAME || ' are never changed or removed',
        HINT = 'What is wrong in the audit is told by a further row. See docs/audit.md.';
END
$$;

CREATE FUNCTION public.audit_waits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO audit_waiting VALUES (NEW.id);
    RETURN NULL;
END
$$;

CREATE FUNCTION public.begin_epoch(restored_to timestamp with time zone, lost_at timestamp with time zone) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT setval('ticket_id_seq', nextval('ticket_id_seq') + 100000);
    INSERT INTO epoch (id, since, why, restored_to, lost_at)
    VALUES (gen_random_uuid(), clock_timestamp(), 'restored', restored_to, lost_at)
    RETURNING id;
$$;

CREATE FUNCTION public.boundary_version_life() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    step text := CASE TG_OP WHEN 'INSERT' THEN 'none' ELSE OLD.state END
        || '>' || CASE TG_OP WHEN 'DELETE' THEN 'none' ELSE NEW.state END;
BEGIN
    IF step NOT IN ('none>draft', 'draft>draft', 'draft>scheduled', 'draft>published', 'draft>none',
        'scheduled>scheduled', 'scheduled>draft', 'scheduled>published',
        'published>published', 'published>retired', 'retired>retired') THEN
        RAISE integrity_constraint_violation USING MESSAGE = 'a boundary version does not go ' || step;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.callbacks_add(reports jsonb) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
BEGIN
    INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at)
    SELECT c.id, c.source, c.ticket, c.version, c.status, c.body, 'pending', c.created_at, c.next_at
    FROM jsonb_to_recordset(reports) AS c(id uuid, source text, ticket bigint, version int, status text, body jsonb,
        created_at timestamptz, next_at timestamptz)
    JOIN source s ON s.id = c.source AND s.callback_url IS NOT NULL;
END
$$;

CREATE TABLE public.clock (
    ticket bigint NOT NULL,
    kind text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    reason text NOT NULL,
    next_at timestamp with time zone,
    warned text,
    timetable integer DEFAULT 0 NOT NULL,
    basis jsonb,
    unannounced boolean DEFAULT false NOT NULL,
    marks timestamp with time zone[],
    fired text[] DEFAULT '{}'::text[] NOT NULL,
    paused_at timestamp with time zone,
    pauses jsonb,
    CONSTRAINT clock_kind_check CHECK ((kind = ANY (ARRAY['place'::text, 'decide'::text, 'ruling'::text, 'sign'::text, 'contact'::text, 'inner'::text, 'halt'::text, 'review'::text, 'signoff'::text, 'reply'::text, 'redo'::text]))),
    CONSTRAINT clock_warned_check CHECK ((warned = ANY (ARRAY['soon'::text, 'overdue'::text])))
)
WITH (fillfactor='85');

CREATE FUNCTION public.clock_marks(c public.clock) RETURNS timestamp with time zone[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((c).marks, ARRAY[NULL::timestamp with time zone, ((c).started_at + (((c).due_at - (c).started_at) * (0.8)::double precision)), NULL::timestamp with time zone, (c).due_at]);

CREATE FUNCTION public.clocks_move(moved jsonb) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION public.dispatch_audience() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(NULLIF(current_setting('dispatch.audience'::text, true), ''::text), '{}'::text))::text[];

CREATE TABLE public.unit (
    id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    parent integer,
    center integer NOT NULL,
    town text,
    village text,
    police_grid text,
    station integer,
    phone text,
    active boolean DEFAULT true NOT NULL,
    ends_at timestamp with time zone,
    CONSTRAINT unit_kind_check CHECK ((kind = ANY (ARRAY['district_center'::text, 'town_center'::text, 'station'::text, 'police_station'::text, 'outpost'::text, 'enforcement'::text, 'service_center'::text, 'agency'::text, 'department'::text])))
);

CREATE FUNCTION public.dispatch_hears_of(about integer) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (EXISTS (SELECT FROM public.unit u WHERE (((u.id = dispatch_hears_of.about) OR (u.kind = 'district_center'::text) OR (u.id = (SELECT s.center FROM public.unit s WHERE (s.id = dispatch_hears_of.about)))) AND (('unit:'::text || u.id) = ANY (public.dispatch_audience())))));

CREATE FUNCTION public.dispatch_is_system() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(current_setting('dispatch.scope'::text, true), ''::text) = 'system'::text);

CREATE FUNCTION public.entries_append(entries jsonb, at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION public.forget_grievances() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    most CONSTANT integer := 5000;
    gone integer;
    kept CONSTANT interval := make_interval(days => coalesce(
        (SELECT (limits->>'grievance_days')::int FROM telling_limit ORDER BY version DESC LIMIT 1), 365));
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('forget_grievances')) THEN
        RETURN false;
    END IF;
    DELETE FROM grievance WHERE id IN (
        SELECT id FROM grievance WHERE answered_at < now() - kept ORDER BY answered_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone = most;
END
$$;

CREATE FUNCTION public.forget_messages() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    most CONSTANT integer := 5000;
    gone integer;
    more boolean := false;
    kept CONSTANT interval := make_interval(days => coalesce(
        (SELECT (limits->>'keep_days')::int FROM telling_limit ORDER BY version DESC LIMIT 1), 180));
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('forget_messages')) THEN
        RETURN false;
    END IF;
    DELETE FROM one_use_link WHERE digest IN (
        SELECT digest FROM one_use_link WHERE expires_at < now() - interval '30 days' ORDER BY expires_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM notification WHERE id IN (
        SELECT n.id FROM notification n
        WHERE n.created_at < now() - kept AND n.state <> 'pending'
            AND NOT (n.listed_at IS NOT NULL AND n.called_at IS NULL AND n.opened_at IS NULL AND notification_owed(n))
        ORDER BY n.created_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM escalation WHERE (ticket, started_at, step) IN (
        SELECT e.ticket, e.started_at, e.step FROM escalation e
        WHERE e.at < now() - kept AND NOT EXISTS (
            SELECT FROM clock c WHERE c.ticket = e.ticket AND c.kind = 'sign' AND c.started_at = e.started_at
                AND c.stopped_at IS NULL
        )
        ORDER BY e.at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN more OR gone = most;
END
$$;

CREATE FUNCTION public.forget_old() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    most CONSTANT integer := 5000;
    gone integer;
    more boolean := false;
    center integer;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('forget_old')) THEN
        RETURN false;
    END IF;
    FOR center IN SELECT id FROM stream ORDER BY id LOOP
        DELETE FROM stream_entry e USING (
            SELECT f.seq, bool_and(f.at < now() - interval '7 days') OVER (ORDER BY f.seq) AS old
            FROM (SELECT seq, at FROM stream_entry WHERE stream = center ORDER BY seq LIMIT most) f
        ) first
        WHERE e.stream = center AND e.seq = first.seq AND first.old;
        GET DIAGNOSTICS gone = ROW_COUNT;
        more := more OR gone = most;
    END LOOP;
    DELETE FROM delivery WHERE (source, webhook_id) IN (
        SELECT source, webhook_id FROM delivery WHERE received_at < now() - interval '30 days'
        ORDER BY received_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM socket_ticket WHERE digest IN (
        SELECT digest FROM socket_ticket WHERE expires_at < now() - interval '1 hour' LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM session WHERE digest IN (
        SELECT s.digest FROM session s
        WHERE least(s.ended_at, s.expires_at) < now() - interval '30 days'
            AND NOT EXISTS (SELECT FROM socket_ticket t WHERE t.session = s.digest)
        LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM callback WHERE id IN (
        SELECT id FROM callback
        WHERE state IN ('sent', 'withdrawn') AND created_at < now() - interval '180 days'
        ORDER BY created_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := more OR gone = most;
    DELETE FROM work WHERE id IN (
        SELECT id FROM work WHERE started_at < now() - interval '30 days' ORDER BY started_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN more OR gone = most;
END
$$;

CREATE FUNCTION public.forget_pushed() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    most CONSTANT integer := 5000;
    gone integer;
    more boolean;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('forget_pushed')) THEN
        RETURN false;
    END IF;
    DELETE FROM pushed_item WHERE id IN (
        SELECT id FROM pushed_item WHERE received_at < now() - interval '30 days' ORDER BY received_at LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    more := gone = most;
    DELETE FROM pushed_item WHERE id IN (
        SELECT p.id FROM source s JOIN LATERAL (
            SELECT id FROM pushed_item WHERE source = s.id ORDER BY id DESC OFFSET 2000 LIMIT most
        ) p ON true LIMIT most
    );
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN more OR gone = most;
END
$$;

CREATE TABLE public.ticket (
    id bigint NOT NULL,
    number text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    prior text,
    state_since timestamp with time zone NOT NULL,
    source text NOT NULL,
    order_no text,
    type text NOT NULL,
    channel text NOT NULL,
    urgency text NOT NULL,
    category text,
    category_given text,
    title text NOT NULL,
    content text NOT NULL,
    address text NOT NULL,
    confidential boolean NOT NULL,
    called_at timestamp with time zone,
    hotline_dispatched_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    outer_due timestamp with time zone,
    place_need text NOT NULL,
    placement text NOT NULL,
    lon double precision,
    lat double precision,
    raw_lon double precision,
    raw_lat double precision,
    datum text,
    level text NOT NULL,
    radius_m double precision,
    p_cell double precision,
    p_town double precision,
    edge_m double precision,
    near_edge boolean NOT NULL,
    cell text,
    village text,
    town text,
    police_grid text,
    boundary_version integer NOT NULL,
    tile integer,
    located jsonb,
    rule_set integer NOT NULL,
    routing_rule integer,
    routing_reason text,
    stream integer NOT NULL,
    owed_by integer,
    unit integer,
    first_unit integer,
    lead_unit integer,
    lead_person integer,
    signed_by integer,
    no_return boolean NOT NULL,
    hops smallint NOT NULL,
    returned jsonb,
    urged smallint NOT NULL,
    supplements smallint NOT NULL,
    rework smallint NOT NULL,
    answer jsonb,
    reply text,
    how_closed text,
    callback_result jsonb,
    audience text[] NOT NULL,
    sent_at timestamp with time zone,
    former_centers integer[],
    first_sent integer,
    merged_into bigint,
    callers smallint,
    suspended_until timestamp with time zone,
    next_step_at timestamp with time zone,
    exempt boolean,
    supervised smallint,
    police jsonb,
    rested jsonb,
    signed_at timestamp with time zone,
    sign_due timestamp with time zone,
    replied_at timestamp with time zone,
    reply_due timestamp with time zone,
    called_back_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_unit integer,
    overdue_at timestamp with time zone,
    returns smallint,
    reporter integer,
    reporter_unit integer,
    repeat_of text,
    flags text[],
    CONSTRAINT ticket_level_check CHECK ((level = ANY (ARRAY['coordinate'::text, 'house'::text, 'interpolated'::text, 'building'::text, 'poi'::text, 'intersection'::text, 'road_village'::text, 'group'::text, 'village'::text, 'town'::text, 'none'::text]))),
    CONSTRAINT ticket_place_need_check CHECK ((place_need = ANY (ARRAY['none'::text, 'town'::text, 'cell'::text, 'point'::text]))),
    CONSTRAINT ticket_placement_check CHECK ((placement = ANY (ARRAY['placed'::text, 'not_needed'::text, 'outside'::text, 'needs_caller'::text, 'unplaced'::text]))),
    CONSTRAINT ticket_state_check CHECK ((state = ANY (ARRAY['unplaced'::text, 'undecided'::text, 'dispatched'::text, 'signed'::text, 'assigned'::text, 'in_progress'::text, 'answered'::text, 'reviewed'::text, 'replied'::text, 'closed'::text, 'returned'::text, 'suspended'::text, 'merged'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text]))),
    CONSTRAINT ticket_type_check CHECK ((type = ANY (ARRAY['inquiry'::text, 'help'::text, 'complaint'::text, 'report'::text, 'suggestion'::text, 'praise'::text, 'withdrawal'::text, 'nuisance'::text, 'invalid'::text]))),
    CONSTRAINT ticket_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text, 'critical'::text])))
)
WITH (fillfactor='85');

CREATE FUNCTION public.heat_fact(since timestamp with time zone, until timestamp with time zone, lon_0 double precision, lat_0 double precision, east_m double precision, north_m double precision, width_m double precision) RETURNS TABLE(ticket bigint, received_at timestamp with time zone, state text, urgency text, category text, town text, village text, is_located boolean, east integer, north integer)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT t.id,
     t.received_at,
     t.state,
     t.urgency,
     t.category,
     t.town,
     t.village,
     (t.lon IS NOT NULL),
     (((2)::double precision *
         CASE
             WHEN n.is_even THEN m.even_x
             ELSE m.odd_x
         END))::integer AS int4,
     (
         CASE
             WHEN n.is_even THEN m.even_y
             ELSE m.odd_y
         END)::integer AS odd_y
    FROM (((public.ticket t
      CROSS JOIN LATERAL ( SELECT
                 CASE
                     WHEN (COALESCE(t.radius_m, (0)::double precision) <= heat_fact.width_m) THEN (((t.lon - heat_fact.lon_0) * heat_fact.east_m) / heat_fact.width_m)
                     ELSE NULL::double precision
                 END AS x,
             ((((t.lat - heat_fact.lat_0) * heat_fact.north_m) / heat_fact.width_m) / (0.8660254037844386)::double precision) AS y
          OFFSET 0) p)
      CROSS JOIN LATERAL ( SELECT floor((p.x + (0.5)::double precision)) AS even_x,
             ((2)::double precision * floor(((p.y / (2)::double precision) + (0.5)::double precision))) AS even_y,
             (floor(p.x) + (0.5)::double precision) AS odd_x,
             (((2)::double precision * floor((p.y / (2)::double precision))) + (1)::double precision) AS odd_y
          OFFSET 0) m)
      CROSS JOIN LATERAL ( SELECT ((((p.x - m.even_x) ^ (2)::double precision) + ((0.75)::double precision * ((p.y - m.even_y) ^ (2)::double precision))) <= (((p.x - m.odd_x) ^ (2)::double precision) + ((0.75)::double precision * ((p.y - m.odd_y) ^ (2)::double precision)))) AS is_even) n)
   WHERE ((t.received_at >= heat_fact.since) AND (t.received_at < heat_fact.until));
END;

CREATE TABLE public.membership (
    person integer NOT NULL,
    role text NOT NULL,
    unit integer NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['district_operator'::text, 'supervisor'::text, 'town_operator'::text, 'duty_leader'::text, 'signing_leader'::text, 'station_clerk'::text, 'grid_worker'::text, 'police_officer'::text, 'enforcement_officer'::text, 'window_clerk'::text, 'agency_clerk'::text, 'department_liaison'::text, 'system_admin'::text, 'security_admin'::text, 'audit_admin'::text]))),
    CONSTRAINT membership_valid_check CHECK ((NOT isempty(valid)))
);

CREATE TABLE public.stand_in (
    id integer NOT NULL,
    person integer NOT NULL,
    absent integer NOT NULL,
    unit integer NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    CONSTRAINT stand_in_order_check CHECK ((starts_at <= ends_at)),
    CONSTRAINT stand_in_two_check CHECK ((person <> absent))
);

CREATE FUNCTION public.memberships_of(who integer) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ARRAY(SELECT of_all.held FROM (SELECT ((m.role || ' '::text) || m.unit) AS held FROM public.membership m WHERE ((m.person = memberships_of.who) AND (m.valid @> now())) UNION SELECT (((m.role || ' '::text) || m.unit) || CASE WHEN (EXISTS (SELECT FROM public.membership o WHERE ((o.person = s.absent) AND (o.valid @> now()) AND (NOT (EXISTS (SELECT FROM public.stand_in e WHERE ((e.person = memberships_of.who) AND (e.absent = s.absent) AND (e.unit = o.unit) AND (e.starts_at <= now()) AND (e.ends_at > now())))))))) THEN ''::text ELSE (' '::text || s.absent) END) FROM (public.stand_in s JOIN public.membership m ON (((m.person = s.absent) AND (m.unit = s.unit) AND (m.valid @> now())))) WHERE ((s.person = memberships_of.who) AND (s.starts_at <= now()) AND (s.ends_at > now()) AND (m.role <> ALL (ARRAY['system_admin'::text, 'security_admin'::text, 'audit_admin'::text])))) of_all ORDER BY of_all.held);

CREATE TABLE public.assignment (
    id bigint NOT NULL,
    ticket bigint NOT NULL,
    part text NOT NULL,
    unit integer NOT NULL,
    person integer,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    ended text,
    note text,
    reply text,
    kind text,
    report_in_by timestamp with time zone,
    reported_in_at timestamp with time zone,
    CONSTRAINT assignment_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'whistle'::text, 'dual'::text, 'referral'::text]))),
    CONSTRAINT assignment_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'co'::text])))
);

CREATE TABLE public.notification (
    id uuid NOT NULL,
    ticket bigint,
    person integer NOT NULL,
    unit integer NOT NULL,
    kind text NOT NULL,
    template text NOT NULL,
    params jsonb NOT NULL,
    urgency text NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    delivered_at timestamp with time zone,
    opened_at timestamp with time zone,
    error text,
    follows uuid,
    bundle uuid,
    check_at timestamp with time zone,
    listed_at timestamp with time zone,
    called_at timestamp with time zone,
    called_by integer,
    call_result text,
    CONSTRAINT notification_call_result_check CHECK ((call_result = ANY (ARRAY['reached'::text, 'no_answer'::text, 'passed_on'::text]))),
    CONSTRAINT notification_kind_check CHECK ((kind = ANY (ARRAY['sms'::text, 'voice'::text, 'wecom'::text]))),
    CONSTRAINT notification_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'delivered'::text, 'opened'::text, 'failed'::text, 'bundled'::text, 'withdrawn'::text])))
);

CREATE FUNCTION public.notification_owed(n public.notification) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (((n).ticket IS NULL) OR (EXISTS (SELECT FROM public.ticket t WHERE ((t.id = (notification_owed.n).ticket) AND ((t.state = 'dispatched'::text) OR ((t.state = 'signed'::text) AND ((notification_owed.n).template = ANY (ARRAY['sent_back'::text, 'urged'::text, 'resumed'::text])))) AND (((notification_owed.n).template = 'critical'::text) OR (t.unit = (notification_owed.n).unit))))) OR (EXISTS (SELECT FROM (public.ticket t JOIN public.assignment a ON ((a.ticket = t.id))) WHERE ((t.id = (notification_owed.n).ticket) AND ((notification_owed.n).template <> 'critical'::text) AND (a.closed_at IS NULL) AND (a.reply IS NULL) AND ((t.state = 'assigned'::text) OR ((t.state = 'signed'::text) AND (a.part = 'co'::text)) OR ((t.state = 'in_progress'::text) AND ((a.part = 'co'::text) OR ((notification_owed.n).template = ANY (ARRAY['sent_back'::text, 'urged'::text, 'resumed'::text]))))) AND (a.unit = (notification_owed.n).unit) AND ((a.person IS NULL) OR (a.person = (notification_owed.n).person) OR (EXISTS (SELECT FROM public.stand_in s WHERE ((s.person = (notification_owed.n).person) AND (s.absent = a.person) AND (s.unit = a.unit) AND (s.starts_at <= now()) AND (s.ends_at > now())))))))));

CREATE FUNCTION public.rate_fact(since timestamp with time zone, until timestamp with time zone, satisfied_words text[], partly_words text[]) RETURNS TABLE(rate text, ticket bigint, center integer, unit integer, amount integer, part boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT f.rate,
     t.id,
     t.stream,
     COALESCE(t.lead_unit, t.unit, t.stream) AS "coalesce",
     f.amount,
     false
    FROM ((public.ticket t
      CROSS JOIN LATERAL ( SELECT (
                 CASE
                     WHEN (t.replied_at IS NOT NULL) THEN COALESCE((t.replied_at > t.reply_due), false)
                     WHEN (t.outer_due IS NULL) THEN (t.overdue_at IS NOT NULL)
                     WHEN (t.state = ANY (ARRAY['suspended'::text, 'closed'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text])) THEN (t.outer_due < t.state_since)
                     ELSE (t.outer_due < now())
                 END)::integer AS late) o)
      CROSS JOIN LATERAL ( VALUES ('overdue_raw'::text,o.late), ('overdue'::text,
                 CASE
                     WHEN COALESCE(t.exempt, false) THEN NULL::integer
                     ELSE o.late
                 END), ('hops'::text,
                 CASE
                     WHEN COALESCE(t.exempt, false) THEN NULL::integer
                     ELSE (t.hops)::integer
                 END), ('returned'::text,
                 CASE
                     WHEN COALESCE(t.exempt, false) THEN NULL::integer
                     ELSE ((COALESCE((t.returns)::integer, 0) > 0))::integer
                 END), ('patrol'::text,
                 CASE
                     WHEN COALESCE(t.exempt, false) THEN NULL::integer
                     ELSE ((t.source = 'patrol'::text))::integer
                 END)) f(rate, amount))
   WHERE ((t.received_at >= rate_fact.since) AND (t.received_at < rate_fact.until) AND (f.amount IS NOT NULL) AND (NOT ((t.state = 'closed'::text) AND (t.closed_at IS NULL))))
 UNION ALL
  SELECT 'sign_on_time'::text,
     t.id,
     t.stream,
     COALESCE(t.lead_unit, t.unit, t.stream) AS "coalesce",
     ((t.signed_at <= t.sign_due))::integer AS int4,
     false
    FROM public.ticket t
   WHERE ((t.signed_at >= rate_fact.since) AND (t.signed_at < rate_fact.until) AND (t.sign_due IS NOT NULL) AND (NOT COALESCE(t.exempt, false)))
 UNION ALL
  SELECT f.rate,
     t.id,
     t.stream,
     COALESCE(t.lead_unit, t.unit, t.stream) AS "coalesce",
     f.amount,
     false
    FROM (public.ticket t
      CROSS JOIN LATERAL ( VALUES ('reply_on_time'::text,((t.replied_at <= t.reply_due))::integer), ('reworked'::text,((t.rework > 0))::integer)) f(rate, amount))
   WHERE ((t.replied_at >= rate_fact.since) AND (t.replied_at < rate_fact.until) AND (f.amount IS NOT NULL) AND (NOT COALESCE(t.exempt, false)))
 UNION ALL
  SELECT f.rate,
     t.id,
     t.stream,
     COALESCE(t.lead_unit, t.unit, t.stream) AS "coalesce",
     f.amount,
     f.part
    FROM (public.ticket t
      CROSS JOIN LATERAL ( VALUES ('responded'::text,(COALESCE(((t.callback_result ->> 'contacted'::text))::boolean, false))::integer,false), ('solved'::text,(COALESCE(((t.callback_result ->> 'solved'::text))::boolean, false))::integer,false), ('satisfied'::text,(COALESCE(((t.callback_result ->> 'satisfied'::text) = ANY ((rate_fact.satisfied_words || rate_fact.partly_words))), false))::integer,COALESCE(((t.callback_result ->> 'satisfied'::text) = ANY (rate_fact.partly_words)), false))) f(rate, amount, part))
   WHERE ((t.called_back_at >= rate_fact.since) AND (t.called_back_at < rate_fact.until) AND (NOT COALESCE(t.exempt, false)))
 UNION ALL
  SELECT 'first_right'::text,
     t.id,
     t.stream,
     COALESCE(t.first_sent, t.unit, t.stream) AS "coalesce",
     ((t.closed_unit = t.first_sent))::integer AS int4,
     false
    FROM public.ticket t
   WHERE ((t.closed_at >= rate_fact.since) AND (t.closed_at < rate_fact.until) AND (t.first_sent IS NOT NULL) AND (t.closed_unit IS NOT NULL) AND (NOT COALESCE(t.exempt, false)));
END;

CREATE FUNCTION public.score_period_life() RETURNS trigger
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

CREATE FUNCTION public.supervision_clocks(of bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
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

CREATE FUNCTION public.ticket_clocks(of bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
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

CREATE FUNCTION public.ticket_follow(of bigint, at timestamp with time zone, changed jsonb, opened jsonb, reports jsonb) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION public.ticket_look(wanted bigint, asked uuid, held bigint[]) RETURNS TABLE(ticket public.ticket, open_assignments jsonb, running_clocks jsonb, children bigint[], moment timestamp with time zone, done jsonb, locked bigint[])
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION public.ticket_row(t public.ticket) RETURNS jsonb
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

CREATE FUNCTION public.ticket_step(of bigint, changes jsonb, journal jsonb, at timestamp with time zone, clocks jsonb, opened jsonb, reports jsonb, entries jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
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

CREATE FUNCTION public.ticket_tell(of bigint, entries jsonb, at timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION public.tickets_hold(given bigint[]) RETURNS bigint[]
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION public.wire_time(at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text);

CREATE TABLE public.account (
    person integer NOT NULL,
    username text NOT NULL,
    password_hash text NOT NULL,
    disabled boolean DEFAULT false NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone,
    must_change boolean,
    one_time_until timestamp with time zone
);

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.alias (
    id bigint NOT NULL,
    place bigint NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    reason text,
    ticket bigint,
    proposed_by integer,
    proposed_at timestamp with time zone DEFAULT now() NOT NULL,
    decided_by integer,
    decided_at timestamp with time zone,
    decision text,
    pinyin text,
    initials text,
    CONSTRAINT alias_kind_check CHECK ((kind = ANY (ARRAY['official'::text, 'old'::text, 'short'::text, 'natural'::text, 'nickname'::text, 'homophone'::text]))),
    CONSTRAINT alias_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'retired'::text]))),
    CONSTRAINT alias_two_people_check CHECK (((state = ANY (ARRAY['proposed'::text, 'refused'::text])) OR (proposed_by IS NULL) OR COALESCE((decided_by <> proposed_by), false)))
);

ALTER TABLE public.alias ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alias_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.api_key (
    id integer NOT NULL,
    digest bytea NOT NULL,
    tail text NOT NULL,
    name text NOT NULL,
    scope text NOT NULL,
    unit integer,
    per_minute integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by integer,
    CONSTRAINT api_key_scope_check CHECK ((scope = ANY (ARRAY['features'::text, 'metrics'::text])))
);

ALTER TABLE public.api_key ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_key_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    person integer,
    unit integer,
    action text NOT NULL,
    subject text NOT NULL,
    reason text,
    detail jsonb
);

ALTER TABLE public.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_seal (
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    first bigint NOT NULL,
    rows bigint[] NOT NULL,
    leaves bytea NOT NULL,
    root bytea NOT NULL,
    head bytea NOT NULL
);

CREATE TABLE public.audit_waiting (
    id bigint NOT NULL
);

CREATE TABLE public.boundary_fault (
    boundary_version integer NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    severity text NOT NULL,
    layer text NOT NULL,
    codes text[] NOT NULL,
    area_m2 double precision NOT NULL,
    width_m double precision NOT NULL,
    says text NOT NULL,
    repair text,
    geom public.geometry(Geometry,4326) NOT NULL,
    CONSTRAINT boundary_fault_severity_check CHECK ((severity = ANY (ARRAY['blocking'::text, 'warning'::text])))
);

CREATE TABLE public.boundary_preview (
    boundary_version integer NOT NULL,
    revision integer NOT NULL,
    against integer,
    at timestamp with time zone DEFAULT now() NOT NULL,
    told jsonb NOT NULL
);

CREATE TABLE public.boundary_repair (
    boundary_version integer NOT NULL,
    id text NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    layer text NOT NULL,
    codes text[] NOT NULL,
    says text NOT NULL,
    moved_m2 double precision NOT NULL,
    most_m2 double precision NOT NULL,
    before public.geometry(Geometry,4326) NOT NULL,
    after public.geometry(Geometry,4326) NOT NULL
);

CREATE TABLE public.boundary_version (
    id integer NOT NULL,
    state text NOT NULL,
    note text NOT NULL,
    illustrative boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    based_on integer,
    revision integer DEFAULT 1 NOT NULL,
    created_by integer,
    publish_at timestamp with time zone,
    published_by integer,
    retired_at timestamp with time zone,
    checked jsonb,
    held_back text,
    CONSTRAINT boundary_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'retired'::text])))
);

CREATE TABLE public.calendar_day (
    day date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    source text NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT calendar_day_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text, 'usual'::text])))
);

CREATE TABLE public.calendar_year (
    year integer NOT NULL,
    source text NOT NULL,
    announced_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.callback (
    id uuid NOT NULL,
    source text NOT NULL,
    ticket bigint NOT NULL,
    version integer NOT NULL,
    status text NOT NULL,
    body jsonb NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    error text,
    CONSTRAINT callback_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'withdrawn'::text, 'dead'::text])))
);

CREATE TABLE public.caller (
    ticket bigint NOT NULL,
    key integer NOT NULL,
    sealed bytea NOT NULL,
    masked_name text,
    masked_phone text,
    phone_index bytea,
    tail_index bytea,
    name_index bytea
);

CREATE TABLE public.card (
    id bigint NOT NULL,
    unit integer NOT NULL,
    color text NOT NULL,
    reason text NOT NULL,
    tickets bigint[] NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    given_by integer NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by integer,
    revoked text,
    answer text,
    answered_at timestamp with time zone,
    answered_by integer,
    CONSTRAINT card_color_check CHECK ((color = ANY (ARRAY['yellow'::text, 'red'::text])))
);

ALTER TABLE public.card ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.card_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.category (
    code text NOT NULL,
    path text NOT NULL,
    place_need text NOT NULL,
    evidence_required boolean DEFAULT false NOT NULL,
    signoff_required boolean DEFAULT false NOT NULL,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    valid_from date,
    valid_until date,
    CONSTRAINT category_place_need_check CHECK ((place_need = ANY (ARRAY['none'::text, 'town'::text, 'cell'::text, 'point'::text]))),
    CONSTRAINT category_valid_check CHECK ((valid_until >= valid_from))
);

CREATE TABLE public.cell (
    boundary_version integer NOT NULL,
    code text NOT NULL,
    village text NOT NULL,
    town text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    police_grid text,
    part smallint DEFAULT 1 NOT NULL,
    label public.geometry(Point,4326),
    CONSTRAINT cell_kind_check CHECK ((kind = ANY (ARRAY['general'::text, 'dedicated'::text])))
);

CREATE TABLE public.cell_duty (
    cell text NOT NULL,
    person integer NOT NULL,
    duty text NOT NULL,
    full_time boolean DEFAULT true NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT cell_duty_duty_check CHECK ((duty = ANY (ARRAY['worker'::text, 'head'::text, 'officer'::text])))
);

CREATE TABLE public.cell_police_grid (
    cell text NOT NULL,
    police_grid text NOT NULL,
    valid tstzrange NOT NULL
);

CREATE TABLE public.channel_alarm (
    id bigint NOT NULL,
    source text NOT NULL,
    declared text NOT NULL,
    seen text NOT NULL,
    since timestamp with time zone NOT NULL,
    raised_at timestamp with time zone DEFAULT now() NOT NULL,
    votes integer NOT NULL,
    share double precision NOT NULL,
    east_m double precision NOT NULL,
    north_m double precision NOT NULL,
    ended_at timestamp with time zone,
    ended text,
    ended_by integer,
    note text,
    CONSTRAINT channel_alarm_declared_check CHECK ((declared = ANY (ARRAY['wgs84'::text, 'gcj02'::text, 'bd09'::text]))),
    CONSTRAINT channel_alarm_ended_check CHECK ((ended = ANY (ARRAY['behaved'::text, 'acknowledged'::text, 'declared'::text]))),
    CONSTRAINT channel_alarm_seen_check CHECK ((seen = ANY (ARRAY['wgs84'::text, 'gcj02'::text, 'bd09'::text])))
);

ALTER TABLE public.channel_alarm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channel_alarm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.clock_rule (
    version integer NOT NULL,
    ordinal integer NOT NULL,
    clock text NOT NULL,
    types text[],
    urgencies text[],
    reason text NOT NULL,
    limit_text text NOT NULL,
    counts_first_day boolean DEFAULT false NOT NULL,
    share double precision,
    categories text[],
    units integer[],
    unit_kinds text[],
    valid_from date,
    valid_until date,
    CONSTRAINT clock_rule_clock_check CHECK ((clock = ANY (ARRAY['place'::text, 'decide'::text, 'ruling'::text, 'sign'::text, 'contact'::text, 'inner'::text, 'review'::text, 'signoff'::text, 'reply'::text, 'redo'::text, 'return'::text]))),
    CONSTRAINT clock_rule_share_check CHECK (((share > (0)::double precision) AND (share <= (1)::double precision)))
);

CREATE TABLE public.crosswalk (
    from_version integer NOT NULL,
    to_version integer NOT NULL,
    level text NOT NULL,
    ordinal integer NOT NULL,
    from_code text,
    to_code text,
    area_m2 double precision NOT NULL,
    share double precision NOT NULL,
    back_share double precision NOT NULL,
    CONSTRAINT crosswalk_level_check CHECK ((level = ANY (ARRAY['town'::text, 'village'::text, 'cell'::text, 'police_grid'::text])))
);

CREATE TABLE public.data_key (
    id integer NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.delivery (
    source text NOT NULL,
    webhook_id text NOT NULL,
    digest bytea NOT NULL,
    status smallint NOT NULL,
    answer text NOT NULL,
    received_at timestamp with time zone NOT NULL
);

CREATE TABLE public.desk_setting (
    version integer NOT NULL,
    danger_words text[] NOT NULL,
    chase_minutes integer NOT NULL,
    note text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    CONSTRAINT desk_setting_bounds_check CHECK ((((chase_minutes >= 5) AND (chase_minutes <= 1440)) AND (cardinality(danger_words) <= 500)))
);

CREATE TABLE public.enforcement_case (
    id bigint NOT NULL,
    ticket bigint NOT NULL,
    state text NOT NULL,
    unit integer NOT NULL,
    clue text NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    referred_by integer,
    case_no text,
    officers text[],
    reason text,
    decided_at timestamp with time zone,
    full_record text,
    decision text,
    listed boolean,
    legal_review text,
    published_on date,
    closed_at timestamp with time zone,
    decision_on date,
    CONSTRAINT enforcement_case_state_check CHECK ((state = ANY (ARRAY['referred'::text, 'filed'::text, 'not_filed'::text, 'closed'::text])))
);

ALTER TABLE public.enforcement_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.enforcement_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.enforcement_power (
    id integer NOT NULL,
    power text NOT NULL,
    categories text[] NOT NULL,
    town text NOT NULL,
    bureau integer NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    note text,
    CONSTRAINT enforcement_power_validity_check CHECK ((valid_until > valid_from))
);

ALTER TABLE public.enforcement_power ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.enforcement_power_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.epoch (
    id uuid NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    why text NOT NULL,
    restored_to timestamp with time zone,
    lost_at timestamp with time zone
);

CREATE TABLE public.escalation (
    ticket bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    step text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    told integer[] NOT NULL,
    CONSTRAINT escalation_step_check CHECK ((step = ANY (ARRAY['operator'::text, 'leader'::text, 'district'::text])))
);

CREATE TABLE public.evidence (
    id uuid NOT NULL,
    ticket bigint NOT NULL,
    person integer NOT NULL,
    unit integer NOT NULL,
    name text NOT NULL,
    mime text NOT NULL,
    sha256 text NOT NULL,
    size integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    from_gallery boolean NOT NULL,
    taken_at timestamp with time zone,
    lon double precision,
    lat double precision,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    kind text,
    seconds smallint,
    CONSTRAINT evidence_kind_check CHECK ((kind = ANY (ARRAY['before'::text, 'after'::text, 'document'::text, 'voice'::text]))),
    CONSTRAINT evidence_seconds_check CHECK (((NOT (kind IS DISTINCT FROM 'voice'::text)) = (seconds IS NOT NULL)))
);

CREATE TABLE public.evidence_rule (
    id integer NOT NULL,
    ordinal integer NOT NULL,
    category text,
    category_asks boolean DEFAULT false NOT NULL,
    how_closed text[],
    kinds text[] DEFAULT '{}'::text[] NOT NULL,
    "least" integer NOT NULL,
    within_m double precision,
    within_hours double precision,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    ended_at timestamp with time zone,
    ended_by integer,
    former integer
);

ALTER TABLE public.evidence_rule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.gazetteer_version (
    id integer NOT NULL,
    checksum text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.grievance (
    id uuid NOT NULL,
    person integer NOT NULL,
    unit integer NOT NULL,
    named boolean NOT NULL,
    words text NOT NULL,
    said_at timestamp with time zone DEFAULT now() NOT NULL,
    answer text,
    answered_at timestamp with time zone,
    answered_by integer,
    CONSTRAINT grievance_answer_check CHECK ((num_nulls(answer, answered_at, answered_by) = ANY (ARRAY[0, 3]))),
    CONSTRAINT grievance_two_check CHECK ((answered_by <> person))
);

CREATE TABLE public.handover (
    id integer NOT NULL,
    unit integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    from_person integer NOT NULL,
    to_person integer NOT NULL,
    items jsonb NOT NULL,
    sound_heard boolean NOT NULL,
    notes text NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT handover_two_check CHECK ((from_person <> to_person))
);

ALTER TABLE public.handover ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.heard_message (
    source text NOT NULL,
    order_no text NOT NULL,
    digest bytea NOT NULL,
    occasion bigint NOT NULL,
    kind text NOT NULL,
    said_at timestamp with time zone,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.hotline_order (
    source text NOT NULL,
    order_no text NOT NULL,
    ticket bigint NOT NULL,
    digest bytea NOT NULL
);

CREATE TABLE public.intake_profile (
    name text NOT NULL,
    version integer NOT NULL,
    mapping jsonb NOT NULL
);

CREATE TABLE public.job_run (
    job text NOT NULL,
    ran_at timestamp with time zone NOT NULL
);

CREATE TABLE public.joint_change (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    person integer,
    subject text NOT NULL,
    what text NOT NULL,
    before jsonb,
    after jsonb,
    reason text
);

ALTER TABLE public.joint_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.joint_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.joint_setting (
    version integer NOT NULL,
    report_in_minutes integer NOT NULL,
    outside_days integer NOT NULL,
    near_m integer NOT NULL,
    within_days integer NOT NULL,
    least_likeness double precision NOT NULL,
    note text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    CONSTRAINT joint_setting_bounds_check CHECK ((((report_in_minutes >= 5) AND (report_in_minutes <= 10080)) AND ((outside_days >= 1) AND (outside_days <= 60)) AND ((near_m >= 10) AND (near_m <= 5000)) AND ((within_days >= 1) AND (within_days <= 365)) AND ((least_likeness >= (0.05)::double precision) AND (least_likeness <= (0.95)::double precision))))
);

CREATE TABLE public.journal (
    ticket bigint NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    event text NOT NULL,
    command text NOT NULL,
    actor_person integer,
    actor_unit integer,
    actor text NOT NULL,
    operation uuid,
    state_from text,
    state_to text NOT NULL,
    done_at timestamp with time zone,
    changes jsonb NOT NULL,
    detail jsonb
);

CREATE TABLE public.kept_change (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    person integer,
    subject text NOT NULL,
    what text NOT NULL,
    before jsonb,
    after jsonb,
    reason text
);

ALTER TABLE public.kept_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kept_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.lease (
    name text NOT NULL,
    holder uuid,
    fence bigint DEFAULT 0 NOT NULL,
    until timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.locating_setting (
    version integer NOT NULL,
    note text NOT NULL,
    active boolean NOT NULL,
    cell double precision NOT NULL,
    town double precision NOT NULL,
    coordinate_radius_m double precision NOT NULL,
    least_precision double precision NOT NULL,
    weights jsonb,
    calibration jsonb,
    region text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    CONSTRAINT locating_setting_bounds_check CHECK ((((cell >= (0.5)::double precision) AND (cell <= (1)::double precision)) AND ((town >= (0.5)::double precision) AND (town <= (1)::double precision)) AND ((coordinate_radius_m >= (1)::double precision) AND (coordinate_radius_m <= (500)::double precision)) AND ((least_precision >= (0.5)::double precision) AND (least_precision <= (1)::double precision))))
);

CREATE TABLE public.look_back (
    id bigint NOT NULL,
    ticket bigint NOT NULL,
    kind text NOT NULL,
    period integer,
    stratum text,
    due_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    result text,
    reason text,
    done_at timestamp with time zone,
    done_by integer,
    CONSTRAINT look_back_kind_check CHECK ((kind = ANY (ARRAY['sampled'::text, 'stage'::text]))),
    CONSTRAINT look_back_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'failed'::text])))
);

ALTER TABLE public.look_back ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.look_back_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.look_back_period (
    id integer NOT NULL,
    name text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    method text NOT NULL,
    share double precision NOT NULL,
    "least" integer NOT NULL,
    commitment text NOT NULL,
    key integer NOT NULL,
    sealed bytea NOT NULL,
    seed text,
    counts jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    drawn_at timestamp with time zone,
    drawn_by integer,
    CONSTRAINT look_back_period_method_check CHECK ((method = ANY (ARRAY['town'::text, 'town_category'::text])))
);

ALTER TABLE public.look_back_period ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.look_back_period_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.look_back_population (
    period integer NOT NULL,
    ticket bigint NOT NULL,
    number text NOT NULL,
    stratum text NOT NULL
);

CREATE TABLE public.notification_receipt (
    notification uuid NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notification_receipt_status_check CHECK ((status = ANY (ARRAY['delivered'::text, 'opened'::text, 'failed'::text])))
);

CREATE TABLE public.notification_template (
    code text NOT NULL,
    version integer NOT NULL,
    gateway_template text NOT NULL,
    words text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    CONSTRAINT notification_template_code_check CHECK ((code = ANY (ARRAY['assigned'::text, 'sent_back'::text, 'urged'::text, 'resumed'::text, 'unopened'::text, 'bundle'::text, 'critical'::text])))
);

CREATE TABLE public.objection (
    id bigint NOT NULL,
    period integer NOT NULL,
    unit integer NOT NULL,
    rate text NOT NULL,
    ticket bigint NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    raised_at timestamp with time zone DEFAULT now() NOT NULL,
    raised_by integer NOT NULL,
    ruling text,
    ruled_at timestamp with time zone,
    ruled_by integer,
    CONSTRAINT objection_state_check CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'refused'::text])))
);

ALTER TABLE public.objection ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.objection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.office_hours (
    version integer NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    first_day text NOT NULL,
    last_day text NOT NULL,
    hours text NOT NULL
);

CREATE TABLE public.one_use_link (
    digest bytea NOT NULL,
    notification uuid NOT NULL,
    ticket bigint NOT NULL,
    person integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    session bytea
);

CREATE TABLE public.outside_body (
    id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    phone text,
    town text,
    note text,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    CONSTRAINT outside_body_kind_check CHECK ((kind = ANY (ARRAY['water'::text, 'power'::text, 'gas'::text, 'heat'::text, 'telecom'::text, 'property'::text, 'transport'::text, 'other'::text])))
);

ALTER TABLE public.outside_body ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outside_body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outside_transfer (
    id bigint NOT NULL,
    ticket bigint NOT NULL,
    body integer NOT NULL,
    matter text NOT NULL,
    place text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    made_for integer,
    answer text,
    answered_at timestamp with time zone,
    answered_by integer
);

ALTER TABLE public.outside_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outside_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.owning_change (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    person integer,
    subject text NOT NULL,
    what text NOT NULL,
    before jsonb,
    after jsonb,
    reason text
);

ALTER TABLE public.owning_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owning_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.owning_setting (
    version integer NOT NULL,
    propose_after integer NOT NULL,
    alarm_hops integer NOT NULL,
    near_m integer NOT NULL,
    note text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    CONSTRAINT owning_setting_bounds_check CHECK ((((propose_after >= 2) AND (propose_after <= 100)) AND ((alarm_hops >= 1) AND (alarm_hops <= 20)) AND ((near_m >= 10) AND (near_m <= 5000))))
);

CREATE TABLE public.person (
    id integer NOT NULL,
    name text NOT NULL,
    phone text NOT NULL,
    post text NOT NULL,
    active boolean DEFAULT true NOT NULL
);

CREATE TABLE public.ping_pong (
    ticket bigint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    hops smallint NOT NULL,
    trail integer[] NOT NULL,
    why text NOT NULL,
    settled_at timestamp with time zone,
    settled_by integer,
    note text,
    CONSTRAINT ping_pong_why_check CHECK ((why = ANY (ARRAY['hops'::text, 'came_back'::text])))
);

CREATE TABLE public.place (
    id bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    parent bigint,
    lon double precision NOT NULL,
    lat double precision NOT NULL,
    radius_m double precision NOT NULL,
    village text,
    town text,
    source text NOT NULL,
    line public.geometry(MultiLineString,4326),
    external text,
    version integer DEFAULT 1 NOT NULL,
    valid_from timestamp with time zone DEFAULT now() NOT NULL,
    valid_until timestamp with time zone,
    pinyin text,
    initials text,
    CONSTRAINT place_earth_check CHECK (((abs(lon) <= (180)::double precision) AND (abs(lat) <= (90)::double precision))),
    CONSTRAINT place_kind_check CHECK ((kind = ANY (ARRAY['town'::text, 'village'::text, 'group'::text, 'estate'::text, 'building'::text, 'poi'::text, 'road'::text, 'intersection'::text, 'house'::text]))),
    CONSTRAINT place_valid_check CHECK ((valid_until >= valid_from))
);

ALTER TABLE public.place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.place_settlement (
    boundary_version integer NOT NULL,
    moved integer NOT NULL,
    added integer NOT NULL,
    ended integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.police_grid (
    boundary_version integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    town text NOT NULL,
    police_station integer,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    label public.geometry(Point,4326)
);

CREATE TABLE public.police_handover (
    id bigint NOT NULL,
    ticket bigint,
    center integer NOT NULL,
    at timestamp with time zone NOT NULL,
    person integer,
    unit integer,
    what text NOT NULL,
    whom text NOT NULL,
    phone text NOT NULL,
    result text NOT NULL
);

ALTER TABLE public.police_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.police_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.police_list (
    id integer NOT NULL,
    list text NOT NULL,
    matter text NOT NULL,
    category text,
    valid_from date NOT NULL,
    valid_until date,
    note text,
    CONSTRAINT police_list_list_check CHECK ((list = ANY (ARRAY['to_police'::text, 'from_police'::text]))),
    CONSTRAINT police_list_validity_check CHECK ((valid_until > valid_from))
);

ALTER TABLE public.police_list ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.police_list_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.post_end (
    id integer NOT NULL,
    person integer NOT NULL,
    unit integer NOT NULL,
    role text NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    successor integer,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer
);

ALTER TABLE public.post_end ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.post_end_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.precedent (
    id bigint NOT NULL,
    place bigint,
    cell text,
    name text NOT NULL,
    geom public.geometry(Geometry,4326),
    category text NOT NULL,
    unit integer NOT NULL,
    reason text NOT NULL,
    ticket bigint,
    replaces bigint,
    decided_by integer,
    valid_from timestamp with time zone DEFAULT now() NOT NULL,
    valid_until timestamp with time zone,
    ended_by integer,
    end_reason text,
    used integer DEFAULT 0 NOT NULL,
    contradicted integer DEFAULT 0 NOT NULL,
    CONSTRAINT precedent_ground_check CHECK (((place IS NOT NULL) OR (cell IS NOT NULL) OR (geom IS NOT NULL)))
);

ALTER TABLE public.precedent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.precedent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.profile_version (
    profile text NOT NULL,
    version integer NOT NULL,
    note text NOT NULL,
    mapping jsonb NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    based_on integer,
    tried jsonb,
    tried_revision integer,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    activated_at timestamp with time zone,
    activated_by integer,
    retired_at timestamp with time zone,
    discarded_at timestamp with time zone
);

CREATE TABLE public.promise (
    ticket bigint NOT NULL,
    version integer NOT NULL,
    unit integer,
    person integer,
    made_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    words text,
    kept_at timestamp with time zone
);

CREATE TABLE public.pushed_item (
    id bigint NOT NULL,
    source text NOT NULL,
    webhook_id text NOT NULL,
    place integer NOT NULL,
    key integer NOT NULL,
    sealed bytea NOT NULL,
    received_at timestamp with time zone NOT NULL
);

ALTER TABLE public.pushed_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pushed_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.rate_setting (
    version integer NOT NULL,
    active boolean NOT NULL,
    note text NOT NULL,
    responded double precision NOT NULL,
    solved double precision NOT NULL,
    satisfied double precision NOT NULL,
    partly double precision NOT NULL,
    satisfied_words text[] NOT NULL,
    partly_words text[] NOT NULL,
    day_starts integer NOT NULL,
    month_starts integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    board smallint,
    CONSTRAINT rate_setting_bounds_check CHECK (((responded >= (0)::double precision) AND (solved >= (0)::double precision) AND (satisfied >= (0)::double precision) AND ((partly >= (0)::double precision) AND (partly <= (1)::double precision)) AND ((day_starts >= 0) AND (day_starts <= 1439)) AND ((month_starts >= 1) AND (month_starts <= 28))))
);

CREATE TABLE public.reconciliation (
    id integer NOT NULL,
    source text NOT NULL,
    webhook_id text,
    digest bytea NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    uploaded_by integer,
    file_name text,
    listed integer NOT NULL,
    held integer NOT NULL,
    equal integer NOT NULL
);

ALTER TABLE public.reconciliation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reconciliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reconciliation_row (
    run integer NOT NULL,
    ordinal integer NOT NULL,
    difference text NOT NULL,
    order_no text NOT NULL,
    ticket bigint,
    their_status text,
    our_status text,
    their_due timestamp with time zone,
    our_due timestamp with time zone,
    CONSTRAINT reconciliation_row_difference_check CHECK ((difference = ANY (ARRAY['missing'::text, 'unknown'::text, 'state'::text, 'due'::text])))
);

CREATE TABLE public.reply_setting (
    version integer NOT NULL,
    note text NOT NULL,
    shortest integer NOT NULL,
    alike double precision NOT NULL,
    compared integer NOT NULL,
    conclude_days integer NOT NULL,
    promising text[] NOT NULL,
    hollow text[] NOT NULL,
    doing text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer
);

CREATE TABLE public.report_secret (
    source text NOT NULL,
    fingerprint text NOT NULL,
    added_at timestamp with time zone,
    added_by integer,
    ends_at timestamp with time zone,
    ended_by integer,
    last_used_at timestamp with time zone
);

CREATE TABLE public.rezoning (
    boundary_version integer NOT NULL,
    total integer NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    moved integer DEFAULT 0 NOT NULL,
    other_center integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    overtaken_by integer
);

CREATE TABLE public.rezoning_left (
    boundary_version integer NOT NULL,
    ticket bigint NOT NULL,
    why text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.road (
    id integer NOT NULL,
    name text NOT NULL,
    grade text NOT NULL,
    geom public.geometry(MultiLineString,4326) NOT NULL,
    towns text[] NOT NULL,
    CONSTRAINT road_grade_check CHECK ((grade = ANY (ARRAY['trunk'::text, 'main'::text, 'minor'::text, 'lane'::text])))
);

CREATE TABLE public.routing_rule (
    version integer NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    types text[],
    categories text[],
    place_needs text[],
    cell_kinds text[],
    target_kind text NOT NULL,
    target_unit integer,
    reason text NOT NULL,
    urgencies text[],
    towns text[],
    sources text[],
    channels text[],
    police_lists text[],
    power text,
    time_from text,
    time_until text,
    days text,
    valid_from date,
    valid_until date,
    enabled boolean DEFAULT true NOT NULL,
    CONSTRAINT routing_rule_days_check CHECK ((days = ANY (ARRAY['working'::text, 'off'::text]))),
    CONSTRAINT routing_rule_power_check CHECK ((power = ANY (ARRAY['held'::text, 'not_held'::text])))
);

CREATE TABLE public.rule_set (
    version integer NOT NULL,
    note text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    proposed jsonb,
    based_on integer,
    tried jsonb,
    tried_revision integer,
    starts_at timestamp with time zone,
    held_back text,
    activated_at timestamp with time zone,
    retired_at timestamp with time zone,
    discarded_at timestamp with time zone,
    created_by integer,
    activated_by integer
);

CREATE TABLE public.ruling (
    ticket bigint NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    command text NOT NULL,
    from_unit integer,
    unit integer NOT NULL,
    person integer,
    reason text,
    return_reason text,
    basis text,
    proposed integer,
    hops smallint NOT NULL,
    category text,
    place bigint,
    cell text,
    tile integer,
    town text,
    lon double precision,
    lat double precision,
    precedent bigint,
    against bigint,
    CONSTRAINT ruling_command_check CHECK ((command = ANY (ARRAY['decide'::text, 'grant'::text, 'force'::text])))
);

CREATE TABLE public.score_fact (
    period integer NOT NULL,
    rate text NOT NULL,
    ticket bigint NOT NULL,
    center integer NOT NULL,
    unit integer NOT NULL,
    amount integer NOT NULL,
    part boolean NOT NULL
);

CREATE TABLE public.score_period (
    id integer NOT NULL,
    name text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    setting integer NOT NULL,
    state text NOT NULL,
    objections_until timestamp with time zone NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    opened_by integer NOT NULL,
    figures jsonb,
    locked_at timestamp with time zone,
    locked_by integer,
    published_at timestamp with time zone,
    published_by integer,
    CONSTRAINT score_period_locked_check CHECK (((state = ANY (ARRAY['locked'::text, 'published'::text])) = (figures IS NOT NULL))),
    CONSTRAINT score_period_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'ruling'::text, 'locked'::text, 'published'::text]))),
    CONSTRAINT score_period_window_check CHECK ((since < until))
);

ALTER TABLE public.score_period ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.score_period_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sensitive_word (
    id integer NOT NULL,
    word text NOT NULL,
    instead text,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    ended_at timestamp with time zone,
    ended_by integer,
    former integer
);

ALTER TABLE public.sensitive_word ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sensitive_word_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.session (
    digest bytea NOT NULL,
    person integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    locked_at timestamp with time zone,
    ended_at timestamp with time zone,
    ticket bigint
);

CREATE TABLE public.shift (
    id integer NOT NULL,
    unit integer NOT NULL,
    person integer NOT NULL,
    role text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    removed_at timestamp with time zone,
    removed_by integer,
    CONSTRAINT shift_order_check CHECK ((starts_at < ends_at)),
    CONSTRAINT shift_role_check CHECK ((role = ANY (ARRAY['operator'::text, 'leader'::text])))
);

ALTER TABLE public.shift ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.shift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.signoff_rule (
    id integer NOT NULL,
    ordinal integer NOT NULL,
    category text,
    category_asks boolean DEFAULT false NOT NULL,
    types text[],
    urgencies text[],
    how_closed text[],
    least_rework integer,
    unhappy boolean,
    confidential boolean,
    signer text NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    ended_at timestamp with time zone,
    ended_by integer,
    former integer,
    CONSTRAINT signoff_rule_signer_check CHECK ((signer = ANY (ARRAY['signing_leader'::text, 'duty_leader'::text])))
);

ALTER TABLE public.signoff_rule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.signoff_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socket_ticket (
    digest bytea NOT NULL,
    session bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.source (
    id text NOT NULL,
    name text NOT NULL,
    datum text NOT NULL,
    profile text NOT NULL,
    secrets bytea[] NOT NULL,
    callback_url text,
    callback_secret bytea,
    active boolean DEFAULT true NOT NULL,
    platform text,
    further_callback_secrets bytea[] DEFAULT '{}'::bytea[] NOT NULL,
    CONSTRAINT source_platform_check CHECK ((platform = ANY (ARRAY['hotline'::text, 'police'::text])))
);

CREATE TABLE public.source_secret (
    source text NOT NULL,
    fingerprint text NOT NULL,
    added_at timestamp with time zone,
    added_by integer,
    ends_at timestamp with time zone,
    ended_by integer,
    last_used_at timestamp with time zone
);

ALTER TABLE public.stand_in ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.stand_in_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.standard_text (
    id integer NOT NULL,
    ordinal integer NOT NULL,
    category text,
    unit integer,
    title text NOT NULL,
    words text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    ended_at timestamp with time zone,
    ended_by integer,
    former integer
);

ALTER TABLE public.standard_text ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.standard_text_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stream (
    id integer NOT NULL,
    seq bigint DEFAULT '0'::bigint NOT NULL
);

CREATE TABLE public.stream_entry (
    stream integer NOT NULL,
    seq bigint NOT NULL,
    ticket bigint NOT NULL,
    version integer NOT NULL,
    event text NOT NULL,
    before text[] NOT NULL,
    after text[] NOT NULL,
    "row" jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    trace text
);

CREATE TABLE public.supervision (
    id bigint NOT NULL,
    ticket bigint NOT NULL,
    level smallint NOT NULL,
    requirement text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by integer,
    asked_of integer NOT NULL,
    state text NOT NULL,
    overdue_at timestamp with time zone,
    answer text,
    answered_at timestamp with time zone,
    answered_by integer,
    lifted_at timestamp with time zone,
    lifted_by integer,
    lifted text,
    CONSTRAINT supervision_level_check CHECK (((level >= 1) AND (level <= 5))),
    CONSTRAINT supervision_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'lifted'::text])))
);

ALTER TABLE public.supervision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.supervision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.telling_limit (
    version integer NOT NULL,
    limits jsonb NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer
);

ALTER TABLE public.telling_limit ALTER COLUMN version ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.telling_limit_version_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE public.ticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.timetable (
    version integer NOT NULL,
    rules_version integer NOT NULL,
    hours_version integer NOT NULL,
    part text NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer,
    finished_at timestamp with time zone,
    looked integer DEFAULT 0 NOT NULL,
    moved integer DEFAULT 0 NOT NULL,
    CONSTRAINT timetable_part_check CHECK ((part = ANY (ARRAY['rules'::text, 'hours'::text, 'calendar'::text])))
);

CREATE TABLE public.town (
    code text NOT NULL,
    name text NOT NULL
);

CREATE TABLE public.town_area (
    boundary_version integer NOT NULL,
    town text NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    name text NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    label public.geometry(Point,4326)
);

CREATE TABLE public.upward_ground (
    id integer NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    ordinal smallint NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    until timestamp with time zone,
    added_by integer,
    ended_by integer,
    CONSTRAINT upward_ground_kind_check CHECK ((kind = ANY (ARRAY['hand_back'::text, 'extend'::text, 'suspend'::text, 'exempt'::text, 'close_as'::text, 'merge'::text])))
);

ALTER TABLE public.upward_ground ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.upward_ground_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.upward_limit (
    id integer NOT NULL,
    kind text NOT NULL,
    answer_minutes integer NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    set_by integer,
    CONSTRAINT upward_limit_kind_check CHECK ((kind = ANY (ARRAY['hand_back'::text, 'extend'::text, 'suspend'::text, 'exempt'::text, 'close_as'::text, 'merge'::text])))
);

ALTER TABLE public.upward_limit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.upward_limit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.upward_request (
    id bigint NOT NULL,
    ticket bigint NOT NULL,
    kind text NOT NULL,
    ground text NOT NULL,
    ground_name text NOT NULL,
    reason text NOT NULL,
    until timestamp with time zone,
    other text,
    state text NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    drafted_by integer,
    signed_at timestamp with time zone,
    signed_by integer,
    callback uuid,
    sent_at timestamp with time zone,
    answer_due_at timestamp with time zone,
    answered_at timestamp with time zone,
    answer text,
    applied boolean,
    withdrawn_at timestamp with time zone,
    withdrawn_by integer,
    withdrawn_why text,
    CONSTRAINT upward_request_kind_check CHECK ((kind = ANY (ARRAY['hand_back'::text, 'extend'::text, 'suspend'::text, 'exempt'::text, 'close_as'::text, 'merge'::text]))),
    CONSTRAINT upward_request_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'signed_off'::text, 'sent'::text, 'granted'::text, 'refused'::text, 'unanswered'::text, 'withdrawn'::text])))
);

ALTER TABLE public.upward_request ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.upward_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.village (
    code text NOT NULL,
    town text NOT NULL,
    name text NOT NULL
);

CREATE TABLE public.village_area (
    boundary_version integer NOT NULL,
    village text NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    town text NOT NULL,
    name text NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    label public.geometry(Point,4326)
);

CREATE TABLE public.waiting_message (
    id bigint NOT NULL,
    source text NOT NULL,
    order_no text NOT NULL,
    kind text NOT NULL,
    key integer NOT NULL,
    sealed bytea NOT NULL,
    webhook_id text NOT NULL,
    state text NOT NULL,
    reason text,
    received_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT waiting_message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'kept'::text, 'applied'::text, 'dead'::text])))
);

ALTER TABLE public.waiting_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.waiting_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wall (
    id integer NOT NULL,
    digest bytea NOT NULL,
    name text NOT NULL,
    unit integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer NOT NULL,
    last_seen_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by integer,
    shows text DEFAULT 'now'::text NOT NULL,
    theme text DEFAULT 'dark'::text NOT NULL,
    CONSTRAINT wall_shows_check CHECK ((shows = ANY (ARRAY['now'::text, 'heat'::text, 'both'::text]))),
    CONSTRAINT wall_theme_check CHECK ((theme = ANY (ARRAY['dark'::text, 'light'::text])))
);

ALTER TABLE public.wall ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.wall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wall_pairing (
    code bytea NOT NULL,
    device bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.work (
    id bigint NOT NULL,
    kind text NOT NULL,
    subject text,
    person integer,
    says text NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    total bigint DEFAULT 0 NOT NULL,
    state text NOT NULL,
    result jsonb,
    error text,
    problems bytea,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    beat_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT work_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);

ALTER TABLE public.work ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.work_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (person);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_username_key UNIQUE (username);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.alias
    ADD CONSTRAINT alias_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.audit_waiting
    ADD CONSTRAINT audit_waiting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.boundary_fault
    ADD CONSTRAINT boundary_fault_pkey PRIMARY KEY (boundary_version, ordinal);

ALTER TABLE ONLY public.boundary_preview
    ADD CONSTRAINT boundary_preview_pkey PRIMARY KEY (boundary_version);

ALTER TABLE ONLY public.boundary_repair
    ADD CONSTRAINT boundary_repair_pkey PRIMARY KEY (boundary_version, id);

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.calendar_year
    ADD CONSTRAINT calendar_year_pkey PRIMARY KEY (year);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.caller
    ADD CONSTRAINT caller_pkey PRIMARY KEY (ticket);

ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_one_at_a_time EXCLUDE USING gist (path WITH =, daterange(valid_from, valid_until) WITH &&);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.cell
    ADD CONSTRAINT cell_pkey PRIMARY KEY (boundary_version, code, part);

ALTER TABLE ONLY public.cell_police_grid
    ADD CONSTRAINT cell_police_grid_one_at_a_time EXCLUDE USING gist (cell WITH =, valid WITH &&);

ALTER TABLE ONLY public.cell_police_grid
    ADD CONSTRAINT cell_police_grid_pkey PRIMARY KEY (cell, valid);

ALTER TABLE ONLY public.channel_alarm
    ADD CONSTRAINT channel_alarm_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (ticket, kind, started_at);

ALTER TABLE ONLY public.clock_rule
    ADD CONSTRAINT clock_rule_pkey PRIMARY KEY (version, ordinal);

ALTER TABLE ONLY public.crosswalk
    ADD CONSTRAINT crosswalk_pkey PRIMARY KEY (from_version, to_version, level, ordinal);

ALTER TABLE ONLY public.data_key
    ADD CONSTRAINT data_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (source, webhook_id);

ALTER TABLE ONLY public.desk_setting
    ADD CONSTRAINT desk_setting_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.enforcement_case
    ADD CONSTRAINT enforcement_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.enforcement_power
    ADD CONSTRAINT enforcement_power_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.epoch
    ADD CONSTRAINT epoch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_pkey PRIMARY KEY (ticket, started_at, step);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence_rule
    ADD CONSTRAINT evidence_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gazetteer_version
    ADD CONSTRAINT gazetteer_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.grievance
    ADD CONSTRAINT grievance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.heard_message
    ADD CONSTRAINT heard_message_pkey PRIMARY KEY (source, order_no, digest, occasion);

ALTER TABLE ONLY public.hotline_order
    ADD CONSTRAINT hotline_order_pkey PRIMARY KEY (source, order_no);

ALTER TABLE ONLY public.intake_profile
    ADD CONSTRAINT intake_profile_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.job_run
    ADD CONSTRAINT job_run_pkey PRIMARY KEY (job);

ALTER TABLE ONLY public.joint_change
    ADD CONSTRAINT joint_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.joint_setting
    ADD CONSTRAINT joint_setting_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (ticket, version);

ALTER TABLE ONLY public.kept_change
    ADD CONSTRAINT kept_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.locating_setting
    ADD CONSTRAINT locating_setting_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.look_back_period
    ADD CONSTRAINT look_back_period_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.look_back
    ADD CONSTRAINT look_back_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.look_back_population
    ADD CONSTRAINT look_back_population_pkey PRIMARY KEY (period, ticket);

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notification_receipt
    ADD CONSTRAINT notification_receipt_pkey PRIMARY KEY (notification, status);

ALTER TABLE ONLY public.notification_template
    ADD CONSTRAINT notification_template_pkey PRIMARY KEY (code, version);

ALTER TABLE ONLY public.objection
    ADD CONSTRAINT objection_period_ticket_rate_key UNIQUE (period, ticket, rate);

ALTER TABLE ONLY public.objection
    ADD CONSTRAINT objection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_hours
    ADD CONSTRAINT office_hours_pkey PRIMARY KEY (version, ordinal);

ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT one_use_link_notification_key UNIQUE (notification);

ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT one_use_link_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT one_use_link_session_key UNIQUE (session);

ALTER TABLE ONLY public.outside_body
    ADD CONSTRAINT outside_body_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outside_transfer
    ADD CONSTRAINT outside_transfer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.owning_change
    ADD CONSTRAINT owning_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.owning_setting
    ADD CONSTRAINT owning_setting_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ping_pong
    ADD CONSTRAINT ping_pong_pkey PRIMARY KEY (ticket);

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_settlement
    ADD CONSTRAINT place_settlement_pkey PRIMARY KEY (boundary_version);

ALTER TABLE ONLY public.police_grid
    ADD CONSTRAINT police_grid_pkey PRIMARY KEY (boundary_version, code, part);

ALTER TABLE ONLY public.police_handover
    ADD CONSTRAINT police_handover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.police_list
    ADD CONSTRAINT police_list_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.post_end
    ADD CONSTRAINT post_end_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.precedent
    ADD CONSTRAINT precedent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.profile_version
    ADD CONSTRAINT profile_version_pkey PRIMARY KEY (profile, version);

ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (ticket, version);

ALTER TABLE ONLY public.pushed_item
    ADD CONSTRAINT pushed_item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rate_setting
    ADD CONSTRAINT rate_setting_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.reconciliation
    ADD CONSTRAINT reconciliation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reconciliation_row
    ADD CONSTRAINT reconciliation_row_pkey PRIMARY KEY (run, ordinal);

ALTER TABLE ONLY public.reply_setting
    ADD CONSTRAINT reply_setting_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.report_secret
    ADD CONSTRAINT report_secret_pkey PRIMARY KEY (source, fingerprint);

ALTER TABLE ONLY public.rezoning_left
    ADD CONSTRAINT rezoning_left_pkey PRIMARY KEY (boundary_version, ticket);

ALTER TABLE ONLY public.rezoning
    ADD CONSTRAINT rezoning_pkey PRIMARY KEY (boundary_version);

ALTER TABLE ONLY public.road
    ADD CONSTRAINT road_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_rule
    ADD CONSTRAINT routing_rule_pkey PRIMARY KEY (version, ordinal);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT ruling_pkey PRIMARY KEY (ticket, version);

ALTER TABLE ONLY public.score_fact
    ADD CONSTRAINT score_fact_pkey PRIMARY KEY (period, rate, ticket);

ALTER TABLE ONLY public.score_period
    ADD CONSTRAINT score_period_name_key UNIQUE (name);

ALTER TABLE ONLY public.score_period
    ADD CONSTRAINT score_period_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sensitive_word
    ADD CONSTRAINT sensitive_word_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.signoff_rule
    ADD CONSTRAINT signoff_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socket_ticket
    ADD CONSTRAINT socket_ticket_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.source_secret
    ADD CONSTRAINT source_secret_pkey PRIMARY KEY (source, fingerprint);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.standard_text
    ADD CONSTRAINT standard_text_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stream_entry
    ADD CONSTRAINT stream_entry_pkey PRIMARY KEY (stream, seq);

ALTER TABLE ONLY public.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.telling_limit
    ADD CONSTRAINT telling_limit_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.timetable
    ADD CONSTRAINT timetable_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.town_area
    ADD CONSTRAINT town_area_pkey PRIMARY KEY (boundary_version, town, part);

ALTER TABLE ONLY public.town
    ADD CONSTRAINT town_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upward_ground
    ADD CONSTRAINT upward_ground_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upward_limit
    ADD CONSTRAINT upward_limit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upward_request
    ADD CONSTRAINT upward_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.village_area
    ADD CONSTRAINT village_area_pkey PRIMARY KEY (boundary_version, village, part);

ALTER TABLE ONLY public.village
    ADD CONSTRAINT village_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.waiting_message
    ADD CONSTRAINT waiting_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wall
    ADD CONSTRAINT wall_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.wall_pairing
    ADD CONSTRAINT wall_pairing_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.wall
    ADD CONSTRAINT wall_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.work
    ADD CONSTRAINT work_pkey PRIMARY KEY (id);

CREATE INDEX alias_alike_idx ON public.alias USING gin (name public.gin_trgm_ops) WHERE (state = 'approved'::text);

CREATE INDEX alias_initials_idx ON public.alias USING btree (initials text_pattern_ops) WHERE (state = 'approved'::text);

CREATE INDEX alias_name_idx ON public.alias USING btree (name text_pattern_ops) WHERE (state = 'approved'::text);

CREATE UNIQUE INDEX alias_once_idx ON public.alias USING btree (place, name) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text]));

CREATE INDEX alias_pinyin_idx ON public.alias USING btree (pinyin text_pattern_ops) WHERE (state = 'approved'::text);

CREATE INDEX alias_place_idx ON public.alias USING btree (place);

CREATE INDEX alias_proposed_idx ON public.alias USING btree (id) WHERE (state = 'proposed'::text);

CREATE UNIQUE INDEX assignment_one_open_lead_idx ON public.assignment USING btree (ticket) WHERE ((part = 'lead'::text) AND (closed_at IS NULL));

CREATE INDEX assignment_person_idx ON public.assignment USING btree (person) WHERE ((person IS NOT NULL) AND (closed_at IS NULL));

CREATE INDEX assignment_ticket_idx ON public.assignment USING btree (ticket);

CREATE INDEX assignment_whistle_open_idx ON public.assignment USING btree (ticket) WHERE ((kind = ANY (ARRAY['whistle'::text, 'dual'::text])) AND (closed_at IS NULL));

CREATE INDEX audit_action_idx ON public.audit USING btree (action, id);

CREATE INDEX audit_at_idx ON public.audit USING btree (at);

CREATE INDEX audit_person_idx ON public.audit USING btree (person, id) WHERE (person IS NOT NULL);

CREATE INDEX audit_place_idx ON public.audit USING btree (subject, id) WHERE starts_with(subject, 'place:'::text);

CREATE INDEX audit_subject_idx ON public.audit USING btree (subject, id);

CREATE INDEX boundary_version_publish_at_idx ON public.boundary_version USING btree (publish_at) WHERE (state = 'scheduled'::text);

CREATE UNIQUE INDEX boundary_version_published_idx ON public.boundary_version USING btree (state) WHERE (state = 'published'::text);

CREATE INDEX callback_pending_idx ON public.callback USING btree (next_at) WHERE (state = 'pending'::text);

CREATE INDEX callback_settled_idx ON public.callback USING btree (created_at) WHERE (state = ANY (ARRAY['sent'::text, 'withdrawn'::text]));

CREATE INDEX callback_ticket_version_idx ON public.callback USING btree (ticket, version);

CREATE INDEX caller_name_index_idx ON public.caller USING btree (name_index);

CREATE INDEX caller_phone_index_idx ON public.caller USING btree (phone_index);

CREATE INDEX caller_tail_index_idx ON public.caller USING btree (tail_index);

CREATE INDEX card_given_at_idx ON public.card USING btree (given_at);

CREATE INDEX cell_duty_cell_idx ON public.cell_duty USING btree (cell);

CREATE INDEX cell_duty_person_idx ON public.cell_duty USING btree (person);

CREATE INDEX cell_geom_idx ON public.cell USING gist (geom);

CREATE INDEX cell_police_grid_police_grid_idx ON public.cell_police_grid USING btree (police_grid);

CREATE UNIQUE INDEX channel_alarm_one_open_idx ON public.channel_alarm USING btree (source, declared) WHERE (ended_at IS NULL);

CREATE INDEX channel_alarm_source_declared_idx ON public.channel_alarm USING btree (source, declared);

CREATE INDEX clock_next_idx ON public.clock USING btree (next_at) WHERE ((stopped_at IS NULL) AND (next_at IS NOT NULL));

CREATE INDEX clock_timetable_idx ON public.clock USING btree (timetable, ticket) WHERE (stopped_at IS NULL);

CREATE INDEX delivery_received_at_idx ON public.delivery USING btree (received_at);

CREATE UNIQUE INDEX desk_setting_one_active_idx ON public.desk_setting USING btree (active) WHERE active;

CREATE UNIQUE INDEX enforcement_case_case_no_idx ON public.enforcement_case USING btree (case_no) WHERE (case_no IS NOT NULL);

CREATE INDEX enforcement_case_ticket_idx ON public.enforcement_case USING btree (ticket);

CREATE INDEX enforcement_power_town_idx ON public.enforcement_power USING btree (town);

CREATE INDEX escalation_at_idx ON public.escalation USING btree (at);

CREATE INDEX evidence_position_idx ON public.evidence USING btree (received_at) WHERE (lon IS NOT NULL);

CREATE INDEX evidence_ticket_idx ON public.evidence USING btree (ticket);

CREATE INDEX grievance_answered_at_idx ON public.grievance USING btree (answered_at);

CREATE INDEX grievance_person_said_at_idx ON public.grievance USING btree (person, said_at);

CREATE INDEX grievance_waiting_idx ON public.grievance USING btree (said_at) WHERE (answered_at IS NULL);

CREATE INDEX handover_unit_idx ON public.handover USING btree (unit, at);

CREATE INDEX hotline_order_ticket_idx ON public.hotline_order USING btree (ticket);

CREATE INDEX joint_change_subject_idx ON public.joint_change USING btree (subject, id);

CREATE UNIQUE INDEX joint_setting_one_active_idx ON public.joint_setting USING btree (active) WHERE active;

CREATE INDEX journal_actor_unit_idx ON public.journal USING btree (actor_unit, ticket);

CREATE UNIQUE INDEX journal_operation_idx ON public.journal USING btree (operation) WHERE (operation IS NOT NULL);

CREATE INDEX journal_replied_idx ON public.journal USING btree (at) WHERE (state_to = 'replied'::text);

CREATE INDEX kept_change_subject_idx ON public.kept_change USING btree (subject, id);

CREATE UNIQUE INDEX locating_setting_one_active_idx ON public.locating_setting USING btree (active) WHERE active;

CREATE UNIQUE INDEX look_back_one_sampled_idx ON public.look_back USING btree (period, ticket) WHERE (kind = 'sampled'::text);

CREATE UNIQUE INDEX look_back_one_stage_idx ON public.look_back USING btree (ticket, due_at) WHERE (kind = 'stage'::text);

CREATE INDEX look_back_open_idx ON public.look_back USING btree (due_at) WHERE (done_at IS NULL);

CREATE INDEX membership_person_idx ON public.membership USING btree (person);

CREATE INDEX membership_unit_idx ON public.membership USING btree (unit);

CREATE INDEX notification_bundle_idx ON public.notification USING btree (bundle) WHERE (bundle IS NOT NULL);

CREATE INDEX notification_check_at_idx ON public.notification USING btree (check_at) WHERE (check_at IS NOT NULL);

CREATE INDEX notification_created_at_idx ON public.notification USING btree (created_at);

CREATE INDEX notification_due_idx ON public.notification USING btree (next_at) WHERE (state = 'pending'::text);

CREATE UNIQUE INDEX notification_follows_idx ON public.notification USING btree (follows);

CREATE INDEX notification_gathering_idx ON public.notification USING btree (person, created_at) WHERE ((template = 'bundle'::text) AND (state = 'pending'::text));

CREATE INDEX notification_listed_idx ON public.notification USING btree (listed_at) WHERE ((listed_at IS NOT NULL) AND (called_at IS NULL));

CREATE INDEX notification_person_idx ON public.notification USING btree (person, created_at);

CREATE INDEX notification_queue_idx ON public.notification USING btree (person, urgency, kind, created_at, id) WHERE (state = 'pending'::text);

CREATE INDEX notification_sent_idx ON public.notification USING btree (person, sent_at) WHERE (sent_at IS NOT NULL);

CREATE INDEX notification_ticket_idx ON public.notification USING btree (ticket);

CREATE INDEX one_use_link_expires_at_idx ON public.one_use_link USING btree (expires_at);

CREATE UNIQUE INDEX outside_body_name_idx ON public.outside_body USING btree (name);

CREATE INDEX outside_transfer_open_idx ON public.outside_transfer USING btree (due_at) WHERE (answered_at IS NULL);

CREATE INDEX outside_transfer_ticket_idx ON public.outside_transfer USING btree (ticket);

CREATE INDEX owning_change_subject_idx ON public.owning_change USING btree (subject, id);

CREATE UNIQUE INDEX owning_setting_one_active_idx ON public.owning_setting USING btree (active) WHERE active;

CREATE INDEX ping_pong_open_idx ON public.ping_pong USING btree (raised_at) WHERE (settled_at IS NULL);

CREATE INDEX place_alike_idx ON public.place USING gin (name public.gin_trgm_ops) WHERE ((valid_until IS NULL) AND (pinyin IS NOT NULL));

CREATE INDEX place_initials_idx ON public.place USING btree (initials text_pattern_ops) WHERE ((valid_until IS NULL) AND (initials IS NOT NULL));

CREATE INDEX place_kind_id_idx ON public.place USING btree (kind, id) WHERE (valid_until IS NULL);

CREATE INDEX place_lon_lat_idx ON public.place USING btree (lon, lat);

CREATE INDEX place_name_idx ON public.place USING btree (name text_pattern_ops) WHERE (valid_until IS NULL);

CREATE INDEX place_parent_kind_name_idx ON public.place USING btree (parent, kind, name);

CREATE INDEX place_pinyin_idx ON public.place USING btree (pinyin text_pattern_ops) WHERE ((valid_until IS NULL) AND (pinyin IS NOT NULL));

CREATE UNIQUE INDEX place_source_external_idx ON public.place USING btree (source, external) WHERE (external IS NOT NULL);

CREATE INDEX place_town_kind_id_idx ON public.place USING btree (town, kind, id) WHERE (valid_until IS NULL);

CREATE INDEX police_grid_geom_idx ON public.police_grid USING gist (geom);

CREATE INDEX police_handover_center_idx ON public.police_handover USING btree (center, at);

CREATE INDEX police_handover_ticket_idx ON public.police_handover USING btree (ticket);

CREATE INDEX post_end_person_idx ON public.post_end USING btree (person, unit);

CREATE INDEX precedent_cell_idx ON public.precedent USING btree (cell) WHERE (valid_until IS NULL);

CREATE INDEX precedent_geom_idx ON public.precedent USING gist (geom) WHERE (valid_until IS NULL);

CREATE INDEX precedent_place_idx ON public.precedent USING btree (place) WHERE (valid_until IS NULL);

CREATE INDEX precedent_replaces_idx ON public.precedent USING btree (replaces) WHERE (replaces IS NOT NULL);

CREATE INDEX promise_open_idx ON public.promise USING btree (due_at) WHERE (kept_at IS NULL);

CREATE INDEX pushed_item_received_at_idx ON public.pushed_item USING btree (received_at);

CREATE INDEX pushed_item_source_idx ON public.pushed_item USING btree (source, id);

CREATE UNIQUE INDEX rate_setting_active_idx ON public.rate_setting USING btree (active) WHERE active;

CREATE UNIQUE INDEX reconciliation_webhook_id_key ON public.reconciliation USING btree (source, webhook_id);

CREATE INDEX road_geom_idx ON public.road USING gist (geom);

CREATE UNIQUE INDEX rule_set_one_active_idx ON public.rule_set USING btree (active) WHERE active;

CREATE INDEX ruling_at_idx ON public.ruling USING btree (at);

CREATE INDEX ruling_cell_idx ON public.ruling USING btree (cell, at) WHERE (cell IS NOT NULL);

CREATE INDEX ruling_place_idx ON public.ruling USING btree (place, at) WHERE (place IS NOT NULL);

CREATE INDEX ruling_tile_idx ON public.ruling USING btree (tile, at) WHERE (tile IS NOT NULL);

CREATE UNIQUE INDEX sensitive_word_in_force_idx ON public.sensitive_word USING btree (word) WHERE (ended_at IS NULL);

CREATE INDEX session_person_idx ON public.session USING btree (person);

CREATE INDEX shift_unit_ends_at_idx ON public.shift USING btree (unit, ends_at) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX shift_unit_person_role_starts_at_idx ON public.shift USING btree (unit, person, role, starts_at) WHERE (removed_at IS NULL);

CREATE INDEX stand_in_absent_idx ON public.stand_in USING btree (absent, ends_at);

CREATE INDEX stand_in_person_idx ON public.stand_in USING btree (person, ends_at);

CREATE INDEX stream_entry_at_idx ON public.stream_entry USING btree (at);

CREATE INDEX supervision_asked_at_idx ON public.supervision USING btree (asked_at);

CREATE INDEX supervision_due_at_idx ON public.supervision USING btree (due_at) WHERE ((state = 'asked'::text) AND (overdue_at IS NULL));

CREATE INDEX supervision_ticket_idx ON public.supervision USING btree (ticket);

CREATE INDEX ticket_boundary_version_open_idx ON public.ticket USING btree (boundary_version, id) WHERE (state <> ALL (ARRAY['merged'::text, 'closed'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text]));

CREATE INDEX ticket_called_back_at_idx ON public.ticket USING btree (called_back_at) WHERE (called_back_at IS NOT NULL);

CREATE INDEX ticket_closed_at_idx ON public.ticket USING btree (closed_at) WHERE (closed_at IS NOT NULL);

CREATE INDEX ticket_critical_idx ON public.ticket USING btree (id) WHERE ((urgency = 'critical'::text) AND (state = 'dispatched'::text));

CREATE INDEX ticket_first_unit_idx ON public.ticket USING btree (first_unit) WHERE (first_unit IS NOT NULL);

CREATE INDEX ticket_former_centers_idx ON public.ticket USING btree (id) WHERE (former_centers IS NOT NULL);

CREATE INDEX ticket_lead_person_open_idx ON public.ticket USING btree (lead_person) WHERE ((lead_person IS NOT NULL) AND (state <> ALL (ARRAY['merged'::text, 'closed'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text])));

CREATE INDEX ticket_lead_unit_reply_idx ON public.ticket USING btree (lead_unit, ((- id))) WHERE (reply IS NOT NULL);

CREATE INDEX ticket_merged_into_idx ON public.ticket USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX ticket_next_step_at_idx ON public.ticket USING btree (next_step_at) WHERE (next_step_at IS NOT NULL);

CREATE UNIQUE INDEX ticket_number_idx ON public.ticket USING btree (number);

CREATE INDEX ticket_pushed_idx ON public.ticket USING btree (source, datum, ((- id))) WHERE (raw_lon IS NOT NULL);

CREATE INDEX ticket_received_at_idx ON public.ticket USING btree (received_at);

CREATE INDEX ticket_replied_at_idx ON public.ticket USING btree (replied_at) WHERE (replied_at IS NOT NULL);

CREATE INDEX ticket_replied_since_idx ON public.ticket USING btree (state_since) WHERE (state = 'replied'::text);

CREATE INDEX ticket_reporter_idx ON public.ticket USING btree (reporter, id) WHERE (reporter IS NOT NULL);

CREATE INDEX ticket_signed_at_idx ON public.ticket USING btree (signed_at) WHERE (signed_at IS NOT NULL);

CREATE INDEX ticket_stream_open_idx ON public.ticket USING btree (stream) WHERE (state <> ALL (ARRAY['merged'::text, 'closed'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text]));

CREATE INDEX ticket_suspended_until_idx ON public.ticket USING btree (suspended_until) WHERE (state = 'suspended'::text);

CREATE INDEX ticket_tile_idx ON public.ticket USING btree (tile);

CREATE INDEX ticket_to_rule_idx ON public.ticket USING btree (state_since) WHERE (state = ANY (ARRAY['returned'::text, 'undecided'::text]));

CREATE INDEX ticket_without_order_idx ON public.ticket USING btree (stream, received_at) WHERE (order_no IS NULL);

CREATE INDEX town_area_geom_idx ON public.town_area USING gist (geom);

CREATE INDEX unit_center_idx ON public.unit USING btree (center);

CREATE INDEX unit_village_kind_idx ON public.unit USING btree (village, kind);

CREATE UNIQUE INDEX upward_ground_in_force_key ON public.upward_ground USING btree (kind, code) WHERE (until IS NULL);

CREATE INDEX upward_request_answer_due_idx ON public.upward_request USING btree (answer_due_at) WHERE (state = 'sent'::text);

CREATE INDEX upward_request_callback_idx ON public.upward_request USING btree (callback) WHERE (state = 'signed_off'::text);

CREATE UNIQUE INDEX upward_request_open_key ON public.upward_request USING btree (ticket, kind) WHERE (state = ANY (ARRAY['drafted'::text, 'signed_off'::text, 'sent'::text, 'unanswered'::text]));

CREATE INDEX upward_request_ticket_idx ON public.upward_request USING btree (ticket);

CREATE INDEX upward_request_waiting_idx ON public.upward_request USING btree (drafted_at) WHERE (state = ANY (ARRAY['drafted'::text, 'signed_off'::text, 'sent'::text, 'unanswered'::text]));

CREATE INDEX village_area_geom_idx ON public.village_area USING gist (geom);

CREATE INDEX waiting_message_kept_idx ON public.waiting_message USING btree (source, order_no) WHERE (state = 'kept'::text);

CREATE INDEX waiting_message_order_idx ON public.waiting_message USING btree (source, order_no);

CREATE INDEX wall_pairing_expires_at_idx ON public.wall_pairing USING btree (expires_at);

CREATE UNIQUE INDEX work_one_at_a_time_idx ON public.work USING btree (subject) WHERE ((state = 'running'::text) AND (subject IS NOT NULL));

CREATE INDEX work_started_at_idx ON public.work USING btree (started_at);

CREATE TRIGGER life BEFORE INSERT OR DELETE OR UPDATE ON public.boundary_version FOR EACH ROW EXECUTE FUNCTION public.boundary_version_life();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.cell FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.police_grid FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.town_area FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.village_area FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

CREATE TRIGGER score_period_life BEFORE UPDATE ON public.score_period FOR EACH ROW EXECUTE FUNCTION public.score_period_life();

CREATE TRIGGER stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.audit_stays();

CREATE TRIGGER stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_stays();

CREATE TRIGGER waits AFTER INSERT ON public.audit FOR EACH ROW EXECUTE FUNCTION public.audit_waits();

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.alias
    ADD CONSTRAINT alias_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.alias
    ADD CONSTRAINT alias_place_fkey FOREIGN KEY (place) REFERENCES public.place(id);

ALTER TABLE ONLY public.alias
    ADD CONSTRAINT alias_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.alias
    ADD CONSTRAINT alias_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.boundary_fault
    ADD CONSTRAINT boundary_fault_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.boundary_preview
    ADD CONSTRAINT boundary_preview_against_fkey FOREIGN KEY (against) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.boundary_preview
    ADD CONSTRAINT boundary_preview_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.boundary_repair
    ADD CONSTRAINT boundary_repair_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_based_on_fkey FOREIGN KEY (based_on) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.caller
    ADD CONSTRAINT caller_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_given_by_fkey FOREIGN KEY (given_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.cell
    ADD CONSTRAINT cell_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.cell_duty
    ADD CONSTRAINT cell_duty_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.channel_alarm
    ADD CONSTRAINT channel_alarm_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.clock_rule
    ADD CONSTRAINT clock_rule_version_fkey FOREIGN KEY (version) REFERENCES public.timetable(version);

ALTER TABLE ONLY public.clock
    ADD CONSTRAINT clock_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.crosswalk
    ADD CONSTRAINT crosswalk_from_version_fkey FOREIGN KEY (from_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.crosswalk
    ADD CONSTRAINT crosswalk_to_version_fkey FOREIGN KEY (to_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.desk_setting
    ADD CONSTRAINT desk_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.enforcement_case
    ADD CONSTRAINT enforcement_case_referred_by_fkey FOREIGN KEY (referred_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.enforcement_case
    ADD CONSTRAINT enforcement_case_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.enforcement_case
    ADD CONSTRAINT enforcement_case_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.enforcement_power
    ADD CONSTRAINT enforcement_power_bureau_fkey FOREIGN KEY (bureau) REFERENCES public.unit(id);

ALTER TABLE ONLY public.enforcement_power
    ADD CONSTRAINT enforcement_power_town_fkey FOREIGN KEY (town) REFERENCES public.town(code);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.evidence_rule
    ADD CONSTRAINT evidence_rule_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.evidence_rule
    ADD CONSTRAINT evidence_rule_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.grievance
    ADD CONSTRAINT grievance_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.grievance
    ADD CONSTRAINT grievance_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.grievance
    ADD CONSTRAINT grievance_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_from_person_fkey FOREIGN KEY (from_person) REFERENCES public.person(id);

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_to_person_fkey FOREIGN KEY (to_person) REFERENCES public.person(id);

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.joint_change
    ADD CONSTRAINT joint_change_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.joint_setting
    ADD CONSTRAINT joint_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.kept_change
    ADD CONSTRAINT kept_change_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.locating_setting
    ADD CONSTRAINT locating_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.look_back
    ADD CONSTRAINT look_back_done_by_fkey FOREIGN KEY (done_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.look_back_period
    ADD CONSTRAINT look_back_period_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.look_back_period
    ADD CONSTRAINT look_back_period_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.look_back
    ADD CONSTRAINT look_back_period_fkey FOREIGN KEY (period) REFERENCES public.look_back_period(id);

ALTER TABLE ONLY public.look_back_population
    ADD CONSTRAINT look_back_population_period_fkey FOREIGN KEY (period) REFERENCES public.look_back_period(id);

ALTER TABLE ONLY public.look_back_population
    ADD CONSTRAINT look_back_population_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.look_back
    ADD CONSTRAINT look_back_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_bundle_fkey FOREIGN KEY (bundle) REFERENCES public.notification(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_called_by_fkey FOREIGN KEY (called_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_follows_fkey FOREIGN KEY (follows) REFERENCES public.notification(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.notification_receipt
    ADD CONSTRAINT notification_receipt_notification_fkey FOREIGN KEY (notification) REFERENCES public.notification(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification_template
    ADD CONSTRAINT notification_template_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.objection
    ADD CONSTRAINT objection_period_fkey FOREIGN KEY (period) REFERENCES public.score_period(id);

ALTER TABLE ONLY public.objection
    ADD CONSTRAINT objection_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.objection
    ADD CONSTRAINT objection_ruled_by_fkey FOREIGN KEY (ruled_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.objection
    ADD CONSTRAINT objection_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.objection
    ADD CONSTRAINT objection_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.office_hours
    ADD CONSTRAINT office_hours_version_fkey FOREIGN KEY (version) REFERENCES public.timetable(version);

ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT one_use_link_notification_fkey FOREIGN KEY (notification) REFERENCES public.notification(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT one_use_link_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT one_use_link_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.outside_body
    ADD CONSTRAINT outside_body_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.outside_transfer
    ADD CONSTRAINT outside_transfer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.outside_transfer
    ADD CONSTRAINT outside_transfer_body_fkey FOREIGN KEY (body) REFERENCES public.outside_body(id);

ALTER TABLE ONLY public.outside_transfer
    ADD CONSTRAINT outside_transfer_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.outside_transfer
    ADD CONSTRAINT outside_transfer_made_for_fkey FOREIGN KEY (made_for) REFERENCES public.unit(id);

ALTER TABLE ONLY public.outside_transfer
    ADD CONSTRAINT outside_transfer_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.owning_change
    ADD CONSTRAINT owning_change_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.owning_setting
    ADD CONSTRAINT owning_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ping_pong
    ADD CONSTRAINT ping_pong_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ping_pong
    ADD CONSTRAINT ping_pong_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_parent_fkey FOREIGN KEY (parent) REFERENCES public.place(id);

ALTER TABLE ONLY public.place_settlement
    ADD CONSTRAINT place_settlement_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_town_fkey FOREIGN KEY (town) REFERENCES public.town(code);

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_village_fkey FOREIGN KEY (village) REFERENCES public.village(code);

ALTER TABLE ONLY public.police_grid
    ADD CONSTRAINT police_grid_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.police_grid
    ADD CONSTRAINT police_grid_police_station_fkey FOREIGN KEY (police_station) REFERENCES public.unit(id);

ALTER TABLE ONLY public.police_handover
    ADD CONSTRAINT police_handover_center_fkey FOREIGN KEY (center) REFERENCES public.unit(id);

ALTER TABLE ONLY public.police_handover
    ADD CONSTRAINT police_handover_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.police_handover
    ADD CONSTRAINT police_handover_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.police_handover
    ADD CONSTRAINT police_handover_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.post_end
    ADD CONSTRAINT post_end_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.post_end
    ADD CONSTRAINT post_end_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.post_end
    ADD CONSTRAINT post_end_successor_fkey FOREIGN KEY (successor) REFERENCES public.person(id);

ALTER TABLE ONLY public.post_end
    ADD CONSTRAINT post_end_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.precedent
    ADD CONSTRAINT precedent_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.precedent
    ADD CONSTRAINT precedent_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.precedent
    ADD CONSTRAINT precedent_place_fkey FOREIGN KEY (place) REFERENCES public.place(id);

ALTER TABLE ONLY public.precedent
    ADD CONSTRAINT precedent_replaces_fkey FOREIGN KEY (replaces) REFERENCES public.precedent(id);

ALTER TABLE ONLY public.precedent
    ADD CONSTRAINT precedent_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.precedent
    ADD CONSTRAINT precedent_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.profile_version
    ADD CONSTRAINT profile_version_activated_by_fkey FOREIGN KEY (activated_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.profile_version
    ADD CONSTRAINT profile_version_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.profile_version
    ADD CONSTRAINT profile_version_profile_fkey FOREIGN KEY (profile) REFERENCES public.intake_profile(name);

ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.rate_setting
    ADD CONSTRAINT rate_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.reconciliation_row
    ADD CONSTRAINT reconciliation_row_run_fkey FOREIGN KEY (run) REFERENCES public.reconciliation(id);

ALTER TABLE ONLY public.reconciliation_row
    ADD CONSTRAINT reconciliation_row_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.reconciliation
    ADD CONSTRAINT reconciliation_source_fkey FOREIGN KEY (source) REFERENCES public.source(id);

ALTER TABLE ONLY public.reconciliation
    ADD CONSTRAINT reconciliation_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.reply_setting
    ADD CONSTRAINT reply_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.report_secret
    ADD CONSTRAINT report_secret_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.report_secret
    ADD CONSTRAINT report_secret_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.report_secret
    ADD CONSTRAINT report_secret_source_fkey FOREIGN KEY (source) REFERENCES public.source(id);

ALTER TABLE ONLY public.rezoning
    ADD CONSTRAINT rezoning_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.rezoning_left
    ADD CONSTRAINT rezoning_left_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.rezoning(boundary_version);

ALTER TABLE ONLY public.rezoning_left
    ADD CONSTRAINT rezoning_left_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.rezoning
    ADD CONSTRAINT rezoning_overtaken_by_fkey FOREIGN KEY (overtaken_by) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.routing_rule
    ADD CONSTRAINT routing_rule_target_unit_fkey FOREIGN KEY (target_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.routing_rule
    ADD CONSTRAINT routing_rule_version_fkey FOREIGN KEY (version) REFERENCES public.rule_set(version);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_activated_by_fkey FOREIGN KEY (activated_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_based_on_fkey FOREIGN KEY (based_on) REFERENCES public.rule_set(version);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT ruling_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.score_fact
    ADD CONSTRAINT score_fact_period_fkey FOREIGN KEY (period) REFERENCES public.score_period(id);

ALTER TABLE ONLY public.score_period
    ADD CONSTRAINT score_period_locked_by_fkey FOREIGN KEY (locked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.score_period
    ADD CONSTRAINT score_period_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.score_period
    ADD CONSTRAINT score_period_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.score_period
    ADD CONSTRAINT score_period_setting_fkey FOREIGN KEY (setting) REFERENCES public.rate_setting(version);

ALTER TABLE ONLY public.sensitive_word
    ADD CONSTRAINT sensitive_word_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.sensitive_word
    ADD CONSTRAINT sensitive_word_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.signoff_rule
    ADD CONSTRAINT signoff_rule_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.signoff_rule
    ADD CONSTRAINT signoff_rule_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.socket_ticket
    ADD CONSTRAINT socket_ticket_session_fkey FOREIGN KEY (session) REFERENCES public.session(digest);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_profile_fkey FOREIGN KEY (profile) REFERENCES public.intake_profile(name);

ALTER TABLE ONLY public.source_secret
    ADD CONSTRAINT source_secret_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.source_secret
    ADD CONSTRAINT source_secret_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.source_secret
    ADD CONSTRAINT source_secret_source_fkey FOREIGN KEY (source) REFERENCES public.source(id);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_absent_fkey FOREIGN KEY (absent) REFERENCES public.person(id);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.standard_text
    ADD CONSTRAINT standard_text_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.standard_text
    ADD CONSTRAINT standard_text_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.standard_text
    ADD CONSTRAINT standard_text_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.stream
    ADD CONSTRAINT stream_id_fkey FOREIGN KEY (id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_asked_of_fkey FOREIGN KEY (asked_of) REFERENCES public.unit(id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.telling_limit
    ADD CONSTRAINT telling_limit_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_category_fkey FOREIGN KEY (category) REFERENCES public.category(code);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_closed_unit_fkey FOREIGN KEY (closed_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_first_sent_fkey FOREIGN KEY (first_sent) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_first_unit_fkey FOREIGN KEY (first_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_lead_person_fkey FOREIGN KEY (lead_person) REFERENCES public.person(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_lead_unit_fkey FOREIGN KEY (lead_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_owed_by_fkey FOREIGN KEY (owed_by) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_reporter_fkey FOREIGN KEY (reporter) REFERENCES public.person(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_reporter_unit_fkey FOREIGN KEY (reporter_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES public.rule_set(version);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_stream_fkey FOREIGN KEY (stream) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.timetable
    ADD CONSTRAINT timetable_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.timetable
    ADD CONSTRAINT timetable_hours_version_fkey FOREIGN KEY (hours_version) REFERENCES public.timetable(version);

ALTER TABLE ONLY public.timetable
    ADD CONSTRAINT timetable_rules_version_fkey FOREIGN KEY (rules_version) REFERENCES public.timetable(version);

ALTER TABLE ONLY public.town_area
    ADD CONSTRAINT town_area_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_center_fkey FOREIGN KEY (center) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_parent_fkey FOREIGN KEY (parent) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_station_fkey FOREIGN KEY (station) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_town_fkey FOREIGN KEY (town) REFERENCES public.town(code);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_village_fkey FOREIGN KEY (village) REFERENCES public.village(code);

ALTER TABLE ONLY public.upward_ground
    ADD CONSTRAINT upward_ground_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.upward_ground
    ADD CONSTRAINT upward_ground_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.upward_limit
    ADD CONSTRAINT upward_limit_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.upward_request
    ADD CONSTRAINT upward_request_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.upward_request
    ADD CONSTRAINT upward_request_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.upward_request
    ADD CONSTRAINT upward_request_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.upward_request
    ADD CONSTRAINT upward_request_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.village_area
    ADD CONSTRAINT village_area_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.village
    ADD CONSTRAINT village_town_fkey FOREIGN KEY (town) REFERENCES public.town(code);

ALTER TABLE ONLY public.wall
    ADD CONSTRAINT wall_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.wall
    ADD CONSTRAINT wall_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.wall
    ADD CONSTRAINT wall_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.work
    ADD CONSTRAINT work_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.assignment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_seal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_waiting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.boundary_preview ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.callback ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.caller ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.card ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.clock ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.data_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.enforcement_case ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.escalation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.grievance ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.handover ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.heard_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.hotline_order ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.journal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kept_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.lease ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.look_back ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.look_back_period ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.look_back_population ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.notification ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.notification_receipt ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.objection ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.one_use_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outside_transfer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.ping_pong ENABLE ROW LEVEL SECURITY;

CREATE POLICY places ON public.audit FOR SELECT USING (starts_with(subject, 'place:'::text));

ALTER TABLE public.police_handover ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.post_end ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.profile_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.promise ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pushed_item ENABLE ROW LEVEL SECURITY;

CREATE POLICY reader ON public.assignment FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = assignment.ticket))));

CREATE POLICY reader ON public.callback FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = callback.ticket))));

CREATE POLICY reader ON public.caller FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = caller.ticket))));

CREATE POLICY reader ON public.card FOR SELECT USING (public.dispatch_hears_of(unit));

CREATE POLICY reader ON public.clock FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = clock.ticket))));

CREATE POLICY reader ON public.enforcement_case FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = enforcement_case.ticket))));

CREATE POLICY reader ON public.evidence FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = evidence.ticket))));

CREATE POLICY reader ON public.grievance FOR SELECT USING ((ARRAY[('person:'::text || person), ('unit:'::text || ( SELECT u.id
   FROM public.unit u
  WHERE (u.kind = 'district_center'::text)))] && public.dispatch_audience()));

CREATE POLICY reader ON public.handover FOR SELECT USING ((('unit:'::text || unit) = ANY (public.dispatch_audience())));

CREATE POLICY reader ON public.journal FOR SELECT USING (((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = journal.ticket))) OR (('unit:'::text || actor_unit) = ANY (public.dispatch_audience()))));

CREATE POLICY reader ON public.look_back FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = look_back.ticket))));

CREATE POLICY reader ON public.notification FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = notification.ticket))));

CREATE POLICY reader ON public.objection FOR SELECT USING (public.dispatch_hears_of(unit));

CREATE POLICY reader ON public.outside_transfer FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = outside_transfer.ticket))));

CREATE POLICY reader ON public.ping_pong FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = ping_pong.ticket))));

CREATE POLICY reader ON public.police_handover FOR SELECT USING (((ARRAY[('unit:'::text || center), ('unit:'::text || unit), ('person:'::text || person), ('unit:'::text || ( SELECT u.id
   FROM public.unit u
  WHERE (u.kind = 'district_center'::text)))] && public.dispatch_audience()) OR (EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = police_handover.ticket)))));

CREATE POLICY reader ON public.promise FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = promise.ticket))));

CREATE POLICY reader ON public.rezoning_left FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = rezoning_left.ticket))));

CREATE POLICY reader ON public.ruling FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = ruling.ticket))));

CREATE POLICY reader ON public.score_fact FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = score_fact.ticket))));

CREATE POLICY reader ON public.stream_entry FOR SELECT USING ((after && public.dispatch_audience()));

CREATE POLICY reader ON public.supervision FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = supervision.ticket))));

CREATE POLICY reader ON public.ticket FOR SELECT USING ((audience && public.dispatch_audience()));

CREATE POLICY reader ON public.upward_request FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = upward_request.ticket))));

ALTER TABLE public.reconciliation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reconciliation_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.report_secret ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.rezoning_left ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.ruling ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.score_fact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.socket_ticket ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.source ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.source_secret ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.stream_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.supervision ENABLE ROW LEVEL SECURITY;

CREATE POLICY system ON public.account USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.api_key USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.assignment USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.audit USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.audit_seal USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.audit_waiting USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.boundary_preview USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.callback USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.caller USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.card USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.clock USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.data_key USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.delivery USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.enforcement_case USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.escalation USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.evidence USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.grievance USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.handover USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.heard_message USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.hotline_order USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.job_run USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.journal USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.kept_change USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.lease USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.look_back USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.look_back_period USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.look_back_population USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.notification USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.notification_receipt USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.objection USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.one_use_link USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.outside_transfer USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.ping_pong USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.police_handover USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.post_end USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.profile_version USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.promise USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.pushed_item USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.reconciliation USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.reconciliation_row USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.report_secret USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.rezoning_left USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.ruling USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.score_fact USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.session USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.socket_ticket USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.source USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.source_secret USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.stream_entry USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.supervision USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.ticket USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.upward_request USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.waiting_message USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.wall USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.wall_pairing USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.work USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

ALTER TABLE public.ticket ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.upward_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.waiting_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.wall ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.wall_pairing ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.work ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON FUNCTION public.audit_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_waits() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.begin_epoch(restored_to timestamp with time zone, lost_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_epoch(restored_to timestamp with time zone, lost_at timestamp with time zone) TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.clock TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.unit TO dispatch_app;

REVOKE ALL ON FUNCTION public.forget_grievances() FROM PUBLIC;
GRANT ALL ON FUNCTION public.forget_grievances() TO dispatch_app;

REVOKE ALL ON FUNCTION public.forget_messages() FROM PUBLIC;
GRANT ALL ON FUNCTION public.forget_messages() TO dispatch_app;

REVOKE ALL ON FUNCTION public.forget_old() FROM PUBLIC;
GRANT ALL ON FUNCTION public.forget_old() TO dispatch_app;

REVOKE ALL ON FUNCTION public.forget_pushed() FROM PUBLIC;
GRANT ALL ON FUNCTION public.forget_pushed() TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.ticket TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.membership TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.stand_in TO dispatch_app;

GRANT UPDATE(ends_at) ON TABLE public.stand_in TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.assignment TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.notification TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.account TO dispatch_app;

GRANT SELECT ON TABLE public.alembic_version TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.alias TO dispatch_app;

GRANT USAGE ON SEQUENCE public.alias_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.api_key TO dispatch_app;

GRANT UPDATE(last_used_at) ON TABLE public.api_key TO dispatch_app;

GRANT UPDATE(revoked_at) ON TABLE public.api_key TO dispatch_app;

GRANT UPDATE(revoked_by) ON TABLE public.api_key TO dispatch_app;

GRANT USAGE ON SEQUENCE public.api_key_id_seq TO dispatch_app;

GRANT USAGE ON SEQUENCE public.assignment_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.audit TO dispatch_app;

GRANT USAGE ON SEQUENCE public.audit_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.audit_seal TO dispatch_app;

GRANT SELECT,DELETE ON TABLE public.audit_waiting TO dispatch_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.boundary_fault TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.boundary_preview TO dispatch_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.boundary_repair TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.boundary_version TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.calendar_day TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.calendar_year TO dispatch_app;

GRANT UPDATE(source) ON TABLE public.calendar_year TO dispatch_app;

GRANT UPDATE(announced_at) ON TABLE public.calendar_year TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.callback TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.caller TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.card TO dispatch_app;

GRANT UPDATE(revoked_at) ON TABLE public.card TO dispatch_app;

GRANT UPDATE(revoked_by) ON TABLE public.card TO dispatch_app;

GRANT UPDATE(revoked) ON TABLE public.card TO dispatch_app;

GRANT UPDATE(answer) ON TABLE public.card TO dispatch_app;

GRANT UPDATE(answered_at) ON TABLE public.card TO dispatch_app;

GRANT UPDATE(answered_by) ON TABLE public.card TO dispatch_app;

GRANT USAGE ON SEQUENCE public.card_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.category TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cell TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.cell_duty TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.cell_police_grid TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.channel_alarm TO dispatch_app;

GRANT USAGE ON SEQUENCE public.channel_alarm_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.clock_rule TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.crosswalk TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.data_key TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.delivery TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.desk_setting TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.enforcement_case TO dispatch_app;

GRANT USAGE ON SEQUENCE public.enforcement_case_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.enforcement_power TO dispatch_app;

GRANT USAGE ON SEQUENCE public.enforcement_power_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.epoch TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.escalation TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.evidence TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.evidence_rule TO dispatch_app;

GRANT UPDATE(ended_at) ON TABLE public.evidence_rule TO dispatch_app;

GRANT UPDATE(ended_by) ON TABLE public.evidence_rule TO dispatch_app;

GRANT USAGE ON SEQUENCE public.evidence_rule_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.gazetteer_version TO dispatch_app;

GRANT SELECT ON TABLE public.geography_columns TO dispatch_app;

GRANT SELECT ON TABLE public.geometry_columns TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.grievance TO dispatch_app;

GRANT UPDATE(answer) ON TABLE public.grievance TO dispatch_app;

GRANT UPDATE(answered_at) ON TABLE public.grievance TO dispatch_app;

GRANT UPDATE(answered_by) ON TABLE public.grievance TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.handover TO dispatch_app;

GRANT UPDATE(confirmed_at) ON TABLE public.handover TO dispatch_app;

GRANT USAGE ON SEQUENCE public.handover_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.heard_message TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.hotline_order TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.intake_profile TO dispatch_app;

GRANT UPDATE(version) ON TABLE public.intake_profile TO dispatch_app;

GRANT UPDATE(mapping) ON TABLE public.intake_profile TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.job_run TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.joint_change TO dispatch_app;

GRANT USAGE ON SEQUENCE public.joint_change_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.joint_setting TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.journal TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.kept_change TO dispatch_app;

GRANT USAGE ON SEQUENCE public.kept_change_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.lease TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.locating_setting TO dispatch_app;

GRANT UPDATE(active) ON TABLE public.locating_setting TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.look_back TO dispatch_app;

GRANT UPDATE(result) ON TABLE public.look_back TO dispatch_app;

GRANT UPDATE(reason) ON TABLE public.look_back TO dispatch_app;

GRANT UPDATE(done_at) ON TABLE public.look_back TO dispatch_app;

GRANT UPDATE(done_by) ON TABLE public.look_back TO dispatch_app;

GRANT USAGE ON SEQUENCE public.look_back_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.look_back_period TO dispatch_app;

GRANT UPDATE(seed) ON TABLE public.look_back_period TO dispatch_app;

GRANT UPDATE(counts) ON TABLE public.look_back_period TO dispatch_app;

GRANT UPDATE(drawn_at) ON TABLE public.look_back_period TO dispatch_app;

GRANT UPDATE(drawn_by) ON TABLE public.look_back_period TO dispatch_app;

GRANT USAGE ON SEQUENCE public.look_back_period_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.look_back_population TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.notification_receipt TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.notification_template TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.objection TO dispatch_app;

GRANT UPDATE(state) ON TABLE public.objection TO dispatch_app;

GRANT UPDATE(ruling) ON TABLE public.objection TO dispatch_app;

GRANT UPDATE(ruled_at) ON TABLE public.objection TO dispatch_app;

GRANT UPDATE(ruled_by) ON TABLE public.objection TO dispatch_app;

GRANT USAGE ON SEQUENCE public.objection_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.office_hours TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.one_use_link TO dispatch_app;

GRANT UPDATE(expires_at) ON TABLE public.one_use_link TO dispatch_app;

GRANT UPDATE(opened_at) ON TABLE public.one_use_link TO dispatch_app;

GRANT UPDATE(session) ON TABLE public.one_use_link TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.outside_body TO dispatch_app;

GRANT USAGE ON SEQUENCE public.outside_body_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.outside_transfer TO dispatch_app;

GRANT USAGE ON SEQUENCE public.outside_transfer_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.owning_change TO dispatch_app;

GRANT USAGE ON SEQUENCE public.owning_change_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.owning_setting TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.person TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.ping_pong TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.place TO dispatch_app;

GRANT USAGE ON SEQUENCE public.place_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.place_settlement TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.police_grid TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.police_handover TO dispatch_app;

GRANT USAGE ON SEQUENCE public.police_handover_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.police_list TO dispatch_app;

GRANT USAGE ON SEQUENCE public.police_list_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.post_end TO dispatch_app;

GRANT USAGE ON SEQUENCE public.post_end_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.precedent TO dispatch_app;

GRANT USAGE ON SEQUENCE public.precedent_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(note) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(mapping) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(revision) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(tried) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(tried_revision) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(activated_at) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(activated_by) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(retired_at) ON TABLE public.profile_version TO dispatch_app;

GRANT UPDATE(discarded_at) ON TABLE public.profile_version TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.promise TO dispatch_app;

GRANT UPDATE(kept_at) ON TABLE public.promise TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.pushed_item TO dispatch_app;

GRANT USAGE ON SEQUENCE public.pushed_item_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.rate_setting TO dispatch_app;

GRANT UPDATE(active) ON TABLE public.rate_setting TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.reconciliation TO dispatch_app;

GRANT USAGE ON SEQUENCE public.reconciliation_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.reconciliation_row TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.reply_setting TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.report_secret TO dispatch_app;

GRANT UPDATE(ends_at) ON TABLE public.report_secret TO dispatch_app;

GRANT UPDATE(ended_by) ON TABLE public.report_secret TO dispatch_app;

GRANT UPDATE(last_used_at) ON TABLE public.report_secret TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.rezoning TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.rezoning_left TO dispatch_app;

GRANT SELECT ON TABLE public.road TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.routing_rule TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.rule_set TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.ruling TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.score_fact TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.score_period TO dispatch_app;

GRANT UPDATE(state) ON TABLE public.score_period TO dispatch_app;

GRANT UPDATE(figures) ON TABLE public.score_period TO dispatch_app;

GRANT UPDATE(locked_at) ON TABLE public.score_period TO dispatch_app;

GRANT UPDATE(locked_by) ON TABLE public.score_period TO dispatch_app;

GRANT UPDATE(published_at) ON TABLE public.score_period TO dispatch_app;

GRANT UPDATE(published_by) ON TABLE public.score_period TO dispatch_app;

GRANT USAGE ON SEQUENCE public.score_period_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.sensitive_word TO dispatch_app;

GRANT UPDATE(ended_at) ON TABLE public.sensitive_word TO dispatch_app;

GRANT UPDATE(ended_by) ON TABLE public.sensitive_word TO dispatch_app;

GRANT USAGE ON SEQUENCE public.sensitive_word_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.session TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.shift TO dispatch_app;

GRANT UPDATE(removed_at) ON TABLE public.shift TO dispatch_app;

GRANT UPDATE(removed_by) ON TABLE public.shift TO dispatch_app;

GRANT USAGE ON SEQUENCE public.shift_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.signoff_rule TO dispatch_app;

GRANT UPDATE(ended_at) ON TABLE public.signoff_rule TO dispatch_app;

GRANT UPDATE(ended_by) ON TABLE public.signoff_rule TO dispatch_app;

GRANT USAGE ON SEQUENCE public.signoff_rule_id_seq TO dispatch_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.socket_ticket TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.source TO dispatch_app;

GRANT UPDATE(name) ON TABLE public.source TO dispatch_app;

GRANT UPDATE(datum) ON TABLE public.source TO dispatch_app;

GRANT UPDATE(secrets) ON TABLE public.source TO dispatch_app;

GRANT UPDATE(callback_url) ON TABLE public.source TO dispatch_app;

GRANT UPDATE(callback_secret) ON TABLE public.source TO dispatch_app;

GRANT UPDATE(active) ON TABLE public.source TO dispatch_app;

GRANT UPDATE(further_callback_secrets) ON TABLE public.source TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.source_secret TO dispatch_app;

GRANT UPDATE(ends_at) ON TABLE public.source_secret TO dispatch_app;

GRANT UPDATE(ended_by) ON TABLE public.source_secret TO dispatch_app;

GRANT UPDATE(last_used_at) ON TABLE public.source_secret TO dispatch_app;

GRANT SELECT ON TABLE public.spatial_ref_sys TO dispatch_app;

GRANT USAGE ON SEQUENCE public.stand_in_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.standard_text TO dispatch_app;

GRANT UPDATE(ended_at) ON TABLE public.standard_text TO dispatch_app;

GRANT UPDATE(ended_by) ON TABLE public.standard_text TO dispatch_app;

GRANT USAGE ON SEQUENCE public.standard_text_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.stream TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.stream_entry TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(state) ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(overdue_at) ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(answer) ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(answered_at) ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(answered_by) ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(lifted_at) ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(lifted_by) ON TABLE public.supervision TO dispatch_app;

GRANT UPDATE(lifted) ON TABLE public.supervision TO dispatch_app;

GRANT USAGE ON SEQUENCE public.supervision_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.telling_limit TO dispatch_app;

GRANT USAGE ON SEQUENCE public.telling_limit_version_seq TO dispatch_app;

GRANT USAGE ON SEQUENCE public.ticket_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.timetable TO dispatch_app;

GRANT UPDATE(finished_at) ON TABLE public.timetable TO dispatch_app;

GRANT UPDATE(looked) ON TABLE public.timetable TO dispatch_app;

GRANT UPDATE(moved) ON TABLE public.timetable TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.town TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.town_area TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.upward_ground TO dispatch_app;

GRANT USAGE ON SEQUENCE public.upward_ground_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.upward_limit TO dispatch_app;

GRANT USAGE ON SEQUENCE public.upward_limit_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.upward_request TO dispatch_app;

GRANT USAGE ON SEQUENCE public.upward_request_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.village TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.village_area TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.waiting_message TO dispatch_app;

GRANT USAGE ON SEQUENCE public.waiting_message_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.wall TO dispatch_app;

GRANT UPDATE(name) ON TABLE public.wall TO dispatch_app;

GRANT UPDATE(last_seen_at) ON TABLE public.wall TO dispatch_app;

GRANT UPDATE(ended_at) ON TABLE public.wall TO dispatch_app;

GRANT UPDATE(ended_by) ON TABLE public.wall TO dispatch_app;

GRANT UPDATE(shows) ON TABLE public.wall TO dispatch_app;

GRANT UPDATE(theme) ON TABLE public.wall TO dispatch_app;

GRANT USAGE ON SEQUENCE public.wall_id_seq TO dispatch_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.wall_pairing TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.work TO dispatch_app;

GRANT USAGE ON SEQUENCE public.work_id_seq TO dispatch_app;
