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

CREATE FUNCTION public.dispatch_audience() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(NULLIF(current_setting('dispatch.audience'::text, true), ''::text), '{}'::text))::text[];

CREATE FUNCTION public.dispatch_is_system() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(current_setting('dispatch.scope'::text, true), ''::text) = 'system'::text);

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

CREATE FUNCTION public.wire_time(at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text);

CREATE TABLE public.clock (
    ticket bigint NOT NULL,
    kind text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    reason text NOT NULL,
    next_at timestamp with time zone,
    warned text,
    CONSTRAINT clock_kind_check CHECK ((kind = ANY (ARRAY['place'::text, 'decide'::text, 'ruling'::text, 'sign'::text, 'contact'::text, 'inner'::text, 'review'::text, 'signoff'::text, 'reply'::text, 'redo'::text]))),
    CONSTRAINT clock_warned_check CHECK ((warned = ANY (ARRAY['soon'::text, 'overdue'::text])))
);

CREATE FUNCTION public.ticket_clocks(of bigint) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', clock.kind, 'started_at', public.wire_time(clock.started_at), 'due_at', public.wire_time(clock.due_at), 'warned', clock.warned) ORDER BY clock.due_at, clock.kind), '[]'::jsonb) AS "coalesce" FROM public.clock WHERE ((clock.ticket = ticket_clocks.of) AND (clock.stopped_at IS NULL)));

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
    CONSTRAINT ticket_level_check CHECK ((level = ANY (ARRAY['coordinate'::text, 'house'::text, 'interpolated'::text, 'building'::text, 'poi'::text, 'intersection'::text, 'road_village'::text, 'group'::text, 'village'::text, 'town'::text, 'none'::text]))),
    CONSTRAINT ticket_place_need_check CHECK ((place_need = ANY (ARRAY['none'::text, 'town'::text, 'cell'::text, 'point'::text]))),
    CONSTRAINT ticket_placement_check CHECK ((placement = ANY (ARRAY['placed'::text, 'not_needed'::text, 'outside'::text, 'needs_caller'::text, 'unplaced'::text]))),
    CONSTRAINT ticket_state_check CHECK ((state = ANY (ARRAY['unplaced'::text, 'undecided'::text, 'dispatched'::text, 'signed'::text, 'assigned'::text, 'in_progress'::text, 'answered'::text, 'reviewed'::text, 'replied'::text, 'closed'::text, 'returned'::text, 'suspended'::text, 'merged'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text]))),
    CONSTRAINT ticket_type_check CHECK ((type = ANY (ARRAY['inquiry'::text, 'help'::text, 'complaint'::text, 'report'::text, 'suggestion'::text, 'praise'::text, 'withdrawal'::text, 'nuisance'::text, 'invalid'::text]))),
    CONSTRAINT ticket_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text, 'critical'::text])))
);

CREATE FUNCTION public.ticket_row(t public.ticket) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((jsonb_build_object('id', (t).id, 'number', (t).number, 'order_no', (t).order_no, 'version', (t).version, 'state', (t).state, 'prior', (t).prior, 'state_since', public.wire_time((t).state_since), 'type', (t).type, 'channel', (t).channel, 'urgency', (t).urgency, 'category', (t).category, 'title', (t).title, 'address', (t).address, 'confidential', (t).confidential, 'called_at', public.wire_time((t).called_at), 'received_at', public.wire_time((t).received_at), 'outer_due', public.wire_time((t).outer_due)) || jsonb_build_object('place_need', (t).place_need, 'placement', (t).placement, 'lon', (t).lon, 'lat', (t).lat, 'level', (t).level, 'radius_m', (t).radius_m, 'p_cell', (t).p_cell, 'p_town', (t).p_town, 'edge_m', (t).edge_m, 'near_edge', (t).near_edge, 'cell', (t).cell, 'village', (t).village, 'town', (t).town, 'police_grid', (t).police_grid, 'boundary_version', (t).boundary_version)) || jsonb_build_object('routing_reason', (t).routing_reason, 'stream', (t).stream, 'owed_by', (t).owed_by, 'unit', (t).unit, 'lead_unit', (t).lead_unit, 'lead_person', (t).lead_person, 'urged', (t).urged, 'supplements', (t).supplements, 'rework', (t).rework, 'hops', (t).hops, 'no_return', (t).no_return, 'callers', COALESCE(((t).callers)::integer, 1), 'merged_into', (t).merged_into, 'suspended_until', public.wire_time((t).suspended_until), 'next_step_at', public.wire_time((t).next_step_at), 'exempt', COALESCE((t).exempt, false), 'supervised', COALESCE(((t).supervised)::integer, 0), 'clocks', public.ticket_clocks((t).id)));

CREATE TABLE public.account (
    person integer NOT NULL,
    username text NOT NULL,
    password_hash text NOT NULL,
    disabled boolean DEFAULT false NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone
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
    CONSTRAINT api_key_scope_check CHECK ((scope = 'features'::text))
);

ALTER TABLE public.api_key ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_key_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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
    CONSTRAINT assignment_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'co'::text])))
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

CREATE TABLE public.category (
    code text NOT NULL,
    path text NOT NULL,
    place_need text NOT NULL,
    evidence_required boolean DEFAULT false NOT NULL,
    signoff_required boolean DEFAULT false NOT NULL,
    CONSTRAINT category_place_need_check CHECK ((place_need = ANY (ARRAY['none'::text, 'town'::text, 'cell'::text, 'point'::text])))
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
    minutes integer NOT NULL,
    reason text NOT NULL,
    CONSTRAINT clock_rule_clock_check CHECK ((clock = ANY (ARRAY['place'::text, 'decide'::text, 'ruling'::text, 'sign'::text, 'contact'::text, 'inner'::text, 'review'::text, 'signoff'::text, 'reply'::text, 'redo'::text, 'return'::text])))
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

CREATE TABLE public.epoch (
    id uuid NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    why text NOT NULL
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
    received_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.gazetteer_version (
    id integer NOT NULL,
    checksum text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
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

CREATE TABLE public.membership (
    person integer NOT NULL,
    role text NOT NULL,
    unit integer NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['district_operator'::text, 'supervisor'::text, 'town_operator'::text, 'duty_leader'::text, 'signing_leader'::text, 'station_clerk'::text, 'grid_worker'::text, 'police_officer'::text, 'enforcement_officer'::text, 'window_clerk'::text, 'agency_clerk'::text, 'department_liaison'::text, 'system_admin'::text, 'security_admin'::text, 'audit_admin'::text]))),
    CONSTRAINT membership_valid_check CHECK ((NOT isempty(valid)))
);

CREATE TABLE public.person (
    id integer NOT NULL,
    name text NOT NULL,
    phone text NOT NULL,
    post text NOT NULL,
    active boolean DEFAULT true NOT NULL
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

CREATE TABLE public.rezoning (
    boundary_version integer NOT NULL,
    total integer NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    moved integer DEFAULT 0 NOT NULL,
    other_center integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone
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
    reason text NOT NULL
);

CREATE TABLE public.rule_set (
    version integer NOT NULL,
    note text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.session (
    digest bytea NOT NULL,
    person integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    locked_at timestamp with time zone,
    ended_at timestamp with time zone
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
    active boolean DEFAULT true NOT NULL
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
    at timestamp with time zone NOT NULL
);

CREATE SEQUENCE public.ticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

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
    CONSTRAINT unit_kind_check CHECK ((kind = ANY (ARRAY['district_center'::text, 'town_center'::text, 'station'::text, 'police_station'::text, 'outpost'::text, 'enforcement'::text, 'service_center'::text, 'agency'::text, 'department'::text])))
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

ALTER TABLE ONLY public.boundary_fault
    ADD CONSTRAINT boundary_fault_pkey PRIMARY KEY (boundary_version, ordinal);

ALTER TABLE ONLY public.boundary_preview
    ADD CONSTRAINT boundary_preview_pkey PRIMARY KEY (boundary_version);

ALTER TABLE ONLY public.boundary_repair
    ADD CONSTRAINT boundary_repair_pkey PRIMARY KEY (boundary_version, id);

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.caller
    ADD CONSTRAINT caller_pkey PRIMARY KEY (ticket);

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

ALTER TABLE ONLY public.epoch
    ADD CONSTRAINT epoch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gazetteer_version
    ADD CONSTRAINT gazetteer_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.heard_message
    ADD CONSTRAINT heard_message_pkey PRIMARY KEY (source, order_no, digest, occasion);

ALTER TABLE ONLY public.hotline_order
    ADD CONSTRAINT hotline_order_pkey PRIMARY KEY (source, order_no);

ALTER TABLE ONLY public.intake_profile
    ADD CONSTRAINT intake_profile_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (ticket, version);

ALTER TABLE ONLY public.locating_setting
    ADD CONSTRAINT locating_setting_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_settlement
    ADD CONSTRAINT place_settlement_pkey PRIMARY KEY (boundary_version);

ALTER TABLE ONLY public.police_grid
    ADD CONSTRAINT police_grid_pkey PRIMARY KEY (boundary_version, code, part);

ALTER TABLE ONLY public.reconciliation
    ADD CONSTRAINT reconciliation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reconciliation_row
    ADD CONSTRAINT reconciliation_row_pkey PRIMARY KEY (run, ordinal);

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

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.socket_ticket
    ADD CONSTRAINT socket_ticket_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stream_entry
    ADD CONSTRAINT stream_entry_pkey PRIMARY KEY (stream, seq);

ALTER TABLE ONLY public.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_pkey PRIMARY KEY (id);

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

CREATE INDEX assignment_ticket_idx ON public.assignment USING btree (ticket);

CREATE INDEX audit_at_idx ON public.audit USING btree (at);

CREATE INDEX audit_place_idx ON public.audit USING btree (subject, id) WHERE starts_with(subject, 'place:'::text);

CREATE INDEX boundary_version_publish_at_idx ON public.boundary_version USING btree (publish_at) WHERE (state = 'scheduled'::text);

CREATE UNIQUE INDEX boundary_version_published_idx ON public.boundary_version USING btree (state) WHERE (state = 'published'::text);

CREATE INDEX callback_pending_idx ON public.callback USING btree (next_at) WHERE (state = 'pending'::text);

CREATE INDEX callback_settled_idx ON public.callback USING btree (created_at) WHERE (state = ANY (ARRAY['sent'::text, 'withdrawn'::text]));

CREATE INDEX callback_ticket_version_idx ON public.callback USING btree (ticket, version);

CREATE INDEX caller_name_index_idx ON public.caller USING btree (name_index);

CREATE INDEX caller_phone_index_idx ON public.caller USING btree (phone_index);

CREATE INDEX caller_tail_index_idx ON public.caller USING btree (tail_index);

CREATE INDEX cell_duty_cell_idx ON public.cell_duty USING btree (cell);

CREATE INDEX cell_duty_person_idx ON public.cell_duty USING btree (person);

CREATE INDEX cell_geom_idx ON public.cell USING gist (geom);

CREATE INDEX cell_police_grid_police_grid_idx ON public.cell_police_grid USING btree (police_grid);

CREATE UNIQUE INDEX channel_alarm_one_open_idx ON public.channel_alarm USING btree (source, declared) WHERE (ended_at IS NULL);

CREATE INDEX channel_alarm_source_declared_idx ON public.channel_alarm USING btree (source, declared);

CREATE INDEX clock_next_idx ON public.clock USING btree (next_at) WHERE ((stopped_at IS NULL) AND (next_at IS NOT NULL));

CREATE INDEX delivery_received_at_idx ON public.delivery USING btree (received_at);

CREATE INDEX evidence_position_idx ON public.evidence USING btree (received_at) WHERE (lon IS NOT NULL);

CREATE INDEX evidence_ticket_idx ON public.evidence USING btree (ticket);

CREATE INDEX hotline_order_ticket_idx ON public.hotline_order USING btree (ticket);

CREATE INDEX journal_actor_unit_idx ON public.journal USING btree (actor_unit, ticket);

CREATE UNIQUE INDEX journal_operation_idx ON public.journal USING btree (operation) WHERE (operation IS NOT NULL);

CREATE UNIQUE INDEX locating_setting_one_active_idx ON public.locating_setting USING btree (active) WHERE active;

CREATE INDEX membership_person_idx ON public.membership USING btree (person);

CREATE INDEX membership_unit_idx ON public.membership USING btree (unit);

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

CREATE UNIQUE INDEX reconciliation_webhook_id_key ON public.reconciliation USING btree (source, webhook_id);

CREATE INDEX road_geom_idx ON public.road USING gist (geom);

CREATE INDEX session_person_idx ON public.session USING btree (person);

CREATE INDEX stream_entry_at_idx ON public.stream_entry USING btree (at);

CREATE INDEX ticket_boundary_version_open_idx ON public.ticket USING btree (boundary_version, id) WHERE (state <> ALL (ARRAY['merged'::text, 'closed'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text]));

CREATE INDEX ticket_first_unit_idx ON public.ticket USING btree (first_unit) WHERE (first_unit IS NOT NULL);

CREATE INDEX ticket_former_centers_idx ON public.ticket USING btree (id) WHERE (former_centers IS NOT NULL);

CREATE INDEX ticket_merged_into_idx ON public.ticket USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE UNIQUE INDEX ticket_number_idx ON public.ticket USING btree (number);

CREATE INDEX ticket_pushed_idx ON public.ticket USING btree (source, datum, ((- id))) WHERE (raw_lon IS NOT NULL);

CREATE INDEX ticket_received_at_idx ON public.ticket USING btree (received_at);

CREATE INDEX ticket_stream_open_idx ON public.ticket USING btree (stream) WHERE (state <> ALL (ARRAY['merged'::text, 'closed'::text, 'cancelled'::text, 'rejected'::text, 'handed_back'::text]));

CREATE INDEX ticket_suspended_until_idx ON public.ticket USING btree (suspended_until) WHERE (state = 'suspended'::text);

CREATE INDEX ticket_tile_idx ON public.ticket USING btree (tile);

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

CREATE UNIQUE INDEX work_one_at_a_time_idx ON public.work USING btree (subject) WHERE ((state = 'running'::text) AND (subject IS NOT NULL));

CREATE INDEX work_started_at_idx ON public.work USING btree (started_at);

CREATE TRIGGER life BEFORE INSERT OR DELETE OR UPDATE ON public.boundary_version FOR EACH ROW EXECUTE FUNCTION public.boundary_version_life();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.cell FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.police_grid FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.town_area FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

CREATE TRIGGER of_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.village_area FOR EACH ROW EXECUTE FUNCTION public.area_of_a_draft();

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

ALTER TABLE ONLY public.cell
    ADD CONSTRAINT cell_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.cell_duty
    ADD CONSTRAINT cell_duty_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.channel_alarm
    ADD CONSTRAINT channel_alarm_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.clock_rule
    ADD CONSTRAINT clock_rule_version_fkey FOREIGN KEY (version) REFERENCES public.rule_set(version);

ALTER TABLE ONLY public.clock
    ADD CONSTRAINT clock_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.crosswalk
    ADD CONSTRAINT crosswalk_from_version_fkey FOREIGN KEY (from_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.crosswalk
    ADD CONSTRAINT crosswalk_to_version_fkey FOREIGN KEY (to_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.locating_setting
    ADD CONSTRAINT locating_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

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

ALTER TABLE ONLY public.reconciliation_row
    ADD CONSTRAINT reconciliation_row_run_fkey FOREIGN KEY (run) REFERENCES public.reconciliation(id);

ALTER TABLE ONLY public.reconciliation_row
    ADD CONSTRAINT reconciliation_row_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.reconciliation
    ADD CONSTRAINT reconciliation_source_fkey FOREIGN KEY (source) REFERENCES public.source(id);

ALTER TABLE ONLY public.reconciliation
    ADD CONSTRAINT reconciliation_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.rezoning
    ADD CONSTRAINT rezoning_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.rezoning_left
    ADD CONSTRAINT rezoning_left_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.rezoning(boundary_version);

ALTER TABLE ONLY public.rezoning_left
    ADD CONSTRAINT rezoning_left_ticket_fkey FOREIGN KEY (ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.routing_rule
    ADD CONSTRAINT routing_rule_target_unit_fkey FOREIGN KEY (target_unit) REFERENCES public.unit(id);

ALTER TABLE ONLY public.routing_rule
    ADD CONSTRAINT routing_rule_version_fkey FOREIGN KEY (version) REFERENCES public.rule_set(version);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE ONLY public.socket_ticket
    ADD CONSTRAINT socket_ticket_session_fkey FOREIGN KEY (session) REFERENCES public.session(digest);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_profile_fkey FOREIGN KEY (profile) REFERENCES public.intake_profile(name);

ALTER TABLE ONLY public.stream
    ADD CONSTRAINT stream_id_fkey FOREIGN KEY (id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES public.boundary_version(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_category_fkey FOREIGN KEY (category) REFERENCES public.category(code);

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
    ADD CONSTRAINT ticket_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES public.rule_set(version);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_stream_fkey FOREIGN KEY (stream) REFERENCES public.unit(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_unit_fkey FOREIGN KEY (unit) REFERENCES public.unit(id);

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

ALTER TABLE ONLY public.work
    ADD CONSTRAINT work_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.assignment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.boundary_preview ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.callback ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.caller ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.clock ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.data_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.heard_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.hotline_order ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.journal ENABLE ROW LEVEL SECURITY;

CREATE POLICY places ON public.audit FOR SELECT USING (starts_with(subject, 'place:'::text));

CREATE POLICY reader ON public.assignment FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = assignment.ticket))));

CREATE POLICY reader ON public.callback FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = callback.ticket))));

CREATE POLICY reader ON public.caller FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = caller.ticket))));

CREATE POLICY reader ON public.clock FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = clock.ticket))));

CREATE POLICY reader ON public.evidence FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = evidence.ticket))));

CREATE POLICY reader ON public.journal FOR SELECT USING (((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = journal.ticket))) OR (('unit:'::text || actor_unit) = ANY (public.dispatch_audience()))));

CREATE POLICY reader ON public.rezoning_left FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = rezoning_left.ticket))));

CREATE POLICY reader ON public.stream_entry FOR SELECT USING ((after && public.dispatch_audience()));

CREATE POLICY reader ON public.ticket FOR SELECT USING ((audience && public.dispatch_audience()));

CREATE POLICY reader ON public.upward_request FOR SELECT USING ((EXISTS ( SELECT
   FROM public.ticket t
  WHERE (t.id = upward_request.ticket))));

ALTER TABLE public.reconciliation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reconciliation_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.rezoning_left ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.socket_ticket ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.source ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.stream_entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY system ON public.account USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.api_key USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.assignment USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.audit USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.boundary_preview USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.callback USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.caller USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.clock USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.data_key USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.delivery USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.evidence USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.heard_message USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.hotline_order USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.journal USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.reconciliation USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.reconciliation_row USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.rezoning_left USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.session USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.socket_ticket USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.source USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.stream_entry USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.ticket USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.upward_request USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.waiting_message USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

CREATE POLICY system ON public.work USING (public.dispatch_is_system()) WITH CHECK (public.dispatch_is_system());

ALTER TABLE public.ticket ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.upward_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.waiting_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.work ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON FUNCTION public.forget_old() FROM PUBLIC;
GRANT ALL ON FUNCTION public.forget_old() TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.clock TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.ticket TO dispatch_app;

GRANT SELECT,UPDATE ON TABLE public.account TO dispatch_app;

GRANT SELECT ON TABLE public.alembic_version TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.alias TO dispatch_app;

GRANT USAGE ON SEQUENCE public.alias_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.api_key TO dispatch_app;

GRANT UPDATE(last_used_at) ON TABLE public.api_key TO dispatch_app;

GRANT UPDATE(revoked_at) ON TABLE public.api_key TO dispatch_app;

GRANT UPDATE(revoked_by) ON TABLE public.api_key TO dispatch_app;

GRANT USAGE ON SEQUENCE public.api_key_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.assignment TO dispatch_app;

GRANT USAGE ON SEQUENCE public.assignment_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.audit TO dispatch_app;

GRANT USAGE ON SEQUENCE public.audit_id_seq TO dispatch_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.boundary_fault TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.boundary_preview TO dispatch_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.boundary_repair TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.boundary_version TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.callback TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.caller TO dispatch_app;

GRANT SELECT ON TABLE public.category TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cell TO dispatch_app;

GRANT SELECT ON TABLE public.cell_duty TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.cell_police_grid TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.channel_alarm TO dispatch_app;

GRANT USAGE ON SEQUENCE public.channel_alarm_id_seq TO dispatch_app;

GRANT SELECT ON TABLE public.clock_rule TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.crosswalk TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.data_key TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.delivery TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.epoch TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.evidence TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.gazetteer_version TO dispatch_app;

GRANT SELECT ON TABLE public.geography_columns TO dispatch_app;

GRANT SELECT ON TABLE public.geometry_columns TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.heard_message TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.hotline_order TO dispatch_app;

GRANT SELECT ON TABLE public.intake_profile TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.journal TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.locating_setting TO dispatch_app;

GRANT UPDATE(active) ON TABLE public.locating_setting TO dispatch_app;

GRANT SELECT ON TABLE public.membership TO dispatch_app;

GRANT SELECT ON TABLE public.person TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.place TO dispatch_app;

GRANT USAGE ON SEQUENCE public.place_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.place_settlement TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.police_grid TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.reconciliation TO dispatch_app;

GRANT USAGE ON SEQUENCE public.reconciliation_id_seq TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.reconciliation_row TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.rezoning TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.rezoning_left TO dispatch_app;

GRANT SELECT ON TABLE public.road TO dispatch_app;

GRANT SELECT ON TABLE public.routing_rule TO dispatch_app;

GRANT SELECT,UPDATE ON TABLE public.rule_set TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.session TO dispatch_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.socket_ticket TO dispatch_app;

GRANT SELECT ON TABLE public.source TO dispatch_app;

GRANT UPDATE(datum) ON TABLE public.source TO dispatch_app;

GRANT SELECT ON TABLE public.spatial_ref_sys TO dispatch_app;

GRANT SELECT,UPDATE ON TABLE public.stream TO dispatch_app;

GRANT SELECT,INSERT ON TABLE public.stream_entry TO dispatch_app;

GRANT USAGE ON SEQUENCE public.ticket_id_seq TO dispatch_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.town TO dispatch_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.town_area TO dispatch_app;

GRANT SELECT ON TABLE public.unit TO dispatch_app;

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

GRANT SELECT,INSERT,UPDATE ON TABLE public.work TO dispatch_app;

GRANT USAGE ON SEQUENCE public.work_id_seq TO dispatch_app;
