-- The tables of the first version, as tables/ declared them then.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SEQUENCE ticket_id_seq;

CREATE TABLE audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    person INTEGER,
    unit INTEGER,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT,
    detail JSONB,
    CONSTRAINT audit_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_at_idx ON audit (at);

CREATE TABLE boundary_version (
    id INTEGER NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    illustrative BOOLEAN DEFAULT false NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT boundary_version_pkey PRIMARY KEY (id),
    CONSTRAINT boundary_version_state_check CHECK (state IN ('draft', 'published', 'retired'))
);
CREATE UNIQUE INDEX boundary_version_published_idx ON boundary_version (state) WHERE state = 'published';

CREATE TABLE category (
    code TEXT NOT NULL,
    path TEXT NOT NULL,
    place_need TEXT NOT NULL,
    evidence_required BOOLEAN DEFAULT false NOT NULL,
    signoff_required BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT category_pkey PRIMARY KEY (code),
    CONSTRAINT category_place_need_check CHECK (place_need IN ('none', 'town', 'cell', 'point'))
);

CREATE TABLE cell_police_grid (
    cell TEXT NOT NULL,
    police_grid TEXT NOT NULL,
    valid TSTZRANGE NOT NULL,
    CONSTRAINT cell_police_grid_pkey PRIMARY KEY (cell, valid),
    CONSTRAINT cell_police_grid_one_at_a_time EXCLUDE USING gist (cell WITH =, valid WITH &&)
);
CREATE INDEX cell_police_grid_police_grid_idx ON cell_police_grid (police_grid);

CREATE TABLE data_key (
    id INTEGER NOT NULL,
    wrapped BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT data_key_pkey PRIMARY KEY (id)
);

CREATE TABLE delivery (
    source TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    digest BYTEA NOT NULL,
    status SMALLINT NOT NULL,
    answer TEXT NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT delivery_pkey PRIMARY KEY (source, webhook_id)
);
CREATE INDEX delivery_received_at_idx ON delivery (received_at);

CREATE TABLE epoch (
    id UUID NOT NULL,
    since TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    why TEXT NOT NULL,
    CONSTRAINT epoch_pkey PRIMARY KEY (id)
);

CREATE TABLE gazetteer_version (
    id INTEGER NOT NULL,
    checksum TEXT NOT NULL,
    CONSTRAINT gazetteer_version_pkey PRIMARY KEY (id)
);

CREATE TABLE hotline_order (
    source TEXT NOT NULL,
    order_no TEXT NOT NULL,
    ticket BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    CONSTRAINT hotline_order_pkey PRIMARY KEY (source, order_no)
);
CREATE INDEX hotline_order_ticket_idx ON hotline_order (ticket);

CREATE TABLE intake_profile (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    mapping JSONB NOT NULL,
    CONSTRAINT intake_profile_pkey PRIMARY KEY (name)
);

CREATE TABLE journal (
    ticket BIGINT NOT NULL,
    version INTEGER NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    event TEXT NOT NULL,
    command TEXT NOT NULL,
    actor_person INTEGER,
    actor_unit INTEGER,
    actor TEXT NOT NULL,
    operation UUID,
    state_from TEXT,
    state_to TEXT NOT NULL,
    done_at TIMESTAMP WITH TIME ZONE,
    changes JSONB NOT NULL,
    detail JSONB,
    CONSTRAINT journal_pkey PRIMARY KEY (ticket, version)
);
CREATE INDEX journal_actor_unit_idx ON journal (actor_unit, ticket);
CREATE UNIQUE INDEX journal_operation_idx ON journal (operation) WHERE operation IS NOT NULL;

CREATE TABLE person (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    post TEXT NOT NULL,
    active BOOLEAN DEFAULT true NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (id)
);

CREATE TABLE road (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    grade TEXT NOT NULL,
    geom geometry(MULTILINESTRING,4326) NOT NULL,
    towns TEXT[] NOT NULL,
    CONSTRAINT road_pkey PRIMARY KEY (id),
    CONSTRAINT road_grade_check CHECK (grade IN ('trunk', 'main', 'minor', 'lane'))
);
CREATE INDEX road_geom_idx ON road USING gist (geom);

CREATE TABLE rule_set (
    version INTEGER NOT NULL,
    note TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT rule_set_pkey PRIMARY KEY (version)
);

CREATE TABLE stream_entry (
    stream INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    ticket BIGINT NOT NULL,
    version INTEGER NOT NULL,
    event TEXT NOT NULL,
    before TEXT[] NOT NULL,
    after TEXT[] NOT NULL,
    row JSONB NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT stream_entry_pkey PRIMARY KEY (stream, seq)
);
CREATE INDEX stream_entry_at_idx ON stream_entry (at);

CREATE TABLE town (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT town_pkey PRIMARY KEY (code)
);

CREATE TABLE waiting_message (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY,
    source TEXT NOT NULL,
    order_no TEXT NOT NULL,
    kind TEXT NOT NULL,
    key INTEGER NOT NULL,
    sealed BYTEA NOT NULL,
    webhook_id TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT waiting_message_pkey PRIMARY KEY (id),
    CONSTRAINT waiting_message_state_check CHECK (state IN ('waiting', 'applied', 'dead'))
);
CREATE INDEX waiting_message_order_idx ON waiting_message (source, order_no);

CREATE TABLE account (
    person INTEGER NOT NULL,
    username TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    disabled BOOLEAN DEFAULT false NOT NULL,
    failures INTEGER DEFAULT '0' NOT NULL,
    locked_until TIMESTAMP WITH TIME ZONE,
    CONSTRAINT account_pkey PRIMARY KEY (person),
    CONSTRAINT account_person_fkey FOREIGN KEY(person) REFERENCES person (id),
    CONSTRAINT account_username_key UNIQUE (username)
);

CREATE TABLE cell_duty (
    cell TEXT NOT NULL,
    person INTEGER NOT NULL,
    duty TEXT NOT NULL,
    full_time BOOLEAN DEFAULT true NOT NULL,
    valid TSTZRANGE NOT NULL,
    CONSTRAINT cell_duty_duty_check CHECK (duty IN ('worker', 'head', 'officer')),
    CONSTRAINT cell_duty_person_fkey FOREIGN KEY(person) REFERENCES person (id)
);
CREATE INDEX cell_duty_cell_idx ON cell_duty (cell);
CREATE INDEX cell_duty_person_idx ON cell_duty (person);

CREATE TABLE clock_rule (
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    clock TEXT NOT NULL,
    types TEXT[],
    urgencies TEXT[],
    minutes INTEGER NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT clock_rule_pkey PRIMARY KEY (version, ordinal),
    CONSTRAINT clock_rule_clock_check CHECK (clock IN ('place', 'decide', 'ruling', 'sign', 'contact', 'inner', 'review', 'signoff', 'reply', 'redo')),
    CONSTRAINT clock_rule_version_fkey FOREIGN KEY(version) REFERENCES rule_set (version)
);

CREATE TABLE session (
    digest BYTEA NOT NULL,
    person INTEGER NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    locked_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    agent TEXT,
    CONSTRAINT session_pkey PRIMARY KEY (digest),
    CONSTRAINT session_person_fkey FOREIGN KEY(person) REFERENCES person (id)
);
CREATE INDEX session_person_idx ON session (person);

CREATE TABLE source (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    datum TEXT NOT NULL,
    profile TEXT NOT NULL,
    secrets BYTEA[] NOT NULL,
    callback_url TEXT,
    callback_secret BYTEA,
    active BOOLEAN DEFAULT true NOT NULL,
    CONSTRAINT source_pkey PRIMARY KEY (id),
    CONSTRAINT source_profile_fkey FOREIGN KEY(profile) REFERENCES intake_profile (name)
);

CREATE TABLE town_area (
    boundary_version INTEGER NOT NULL,
    town TEXT NOT NULL,
    geom geometry(MULTIPOLYGON,4326) NOT NULL,
    CONSTRAINT town_area_pkey PRIMARY KEY (boundary_version, town),
    CONSTRAINT town_area_boundary_version_fkey FOREIGN KEY(boundary_version) REFERENCES boundary_version (id),
    CONSTRAINT town_area_town_fkey FOREIGN KEY(town) REFERENCES town (code)
);
CREATE INDEX town_area_geom_idx ON town_area USING gist (geom);

CREATE TABLE village (
    code TEXT NOT NULL,
    town TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT village_pkey PRIMARY KEY (code),
    CONSTRAINT village_town_fkey FOREIGN KEY(town) REFERENCES town (code)
);

CREATE TABLE cell (
    boundary_version INTEGER NOT NULL,
    code TEXT NOT NULL,
    village TEXT NOT NULL,
    town TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    geom geometry(MULTIPOLYGON,4326) NOT NULL,
    CONSTRAINT cell_pkey PRIMARY KEY (boundary_version, code),
    CONSTRAINT cell_kind_check CHECK (kind IN ('general', 'dedicated')),
    CONSTRAINT cell_boundary_version_fkey FOREIGN KEY(boundary_version) REFERENCES boundary_version (id),
    CONSTRAINT cell_village_fkey FOREIGN KEY(village) REFERENCES village (code),
    CONSTRAINT cell_town_fkey FOREIGN KEY(town) REFERENCES town (code)
);
CREATE INDEX cell_geom_idx ON cell USING gist (geom);

CREATE TABLE place (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    parent BIGINT,
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    radius_m DOUBLE PRECISION NOT NULL,
    village TEXT,
    town TEXT,
    source TEXT NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (id),
    CONSTRAINT place_kind_check CHECK (kind IN ('town', 'village', 'group', 'estate', 'building', 'poi', 'road', 'intersection', 'house')),
    CONSTRAINT place_parent_fkey FOREIGN KEY(parent) REFERENCES place (id),
    CONSTRAINT place_village_fkey FOREIGN KEY(village) REFERENCES village (code),
    CONSTRAINT place_town_fkey FOREIGN KEY(town) REFERENCES town (code)
);
CREATE INDEX place_parent_idx ON place (parent);

CREATE TABLE socket_ticket (
    digest BYTEA NOT NULL,
    session BYTEA NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT socket_ticket_pkey PRIMARY KEY (digest),
    CONSTRAINT socket_ticket_session_fkey FOREIGN KEY(session) REFERENCES session (digest)
);

CREATE TABLE unit (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    parent INTEGER,
    center INTEGER NOT NULL,
    town TEXT,
    village TEXT,
    police_grid TEXT,
    station INTEGER,
    phone TEXT,
    active BOOLEAN DEFAULT true NOT NULL,
    CONSTRAINT unit_pkey PRIMARY KEY (id),
    CONSTRAINT unit_kind_check CHECK (kind IN ('district_center', 'town_center', 'station', 'police_station', 'outpost', 'enforcement', 'service_center', 'agency', 'department')),
    CONSTRAINT unit_parent_fkey FOREIGN KEY(parent) REFERENCES unit (id),
    CONSTRAINT unit_center_fkey FOREIGN KEY(center) REFERENCES unit (id),
    CONSTRAINT unit_town_fkey FOREIGN KEY(town) REFERENCES town (code),
    CONSTRAINT unit_village_fkey FOREIGN KEY(village) REFERENCES village (code),
    CONSTRAINT unit_station_fkey FOREIGN KEY(station) REFERENCES unit (id)
);
CREATE INDEX unit_center_idx ON unit (center);
CREATE INDEX unit_village_kind_idx ON unit (village, kind);

CREATE TABLE village_area (
    boundary_version INTEGER NOT NULL,
    village TEXT NOT NULL,
    geom geometry(MULTIPOLYGON,4326) NOT NULL,
    CONSTRAINT village_area_pkey PRIMARY KEY (boundary_version, village),
    CONSTRAINT village_area_boundary_version_fkey FOREIGN KEY(boundary_version) REFERENCES boundary_version (id),
    CONSTRAINT village_area_village_fkey FOREIGN KEY(village) REFERENCES village (code)
);
CREATE INDEX village_area_geom_idx ON village_area USING gist (geom);

CREATE TABLE alias (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY,
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT alias_pkey PRIMARY KEY (id),
    CONSTRAINT alias_kind_check CHECK (kind IN ('official', 'old', 'short', 'natural', 'nickname', 'homophone')),
    CONSTRAINT alias_state_check CHECK (state IN ('proposed', 'approved', 'refused')),
    CONSTRAINT alias_place_fkey FOREIGN KEY(place) REFERENCES place (id)
);
CREATE INDEX alias_place_idx ON alias (place);

CREATE TABLE membership (
    person INTEGER NOT NULL,
    role TEXT NOT NULL,
    unit INTEGER NOT NULL,
    valid TSTZRANGE NOT NULL,
    CONSTRAINT membership_role_check CHECK (role IN ('district_operator', 'supervisor', 'town_operator', 'duty_leader', 'signing_leader', 'station_clerk', 'grid_worker', 'police_officer', 'enforcement_officer', 'window_clerk', 'agency_clerk', 'department_liaison', 'system_admin', 'security_admin', 'audit_admin')),
    CONSTRAINT membership_valid_check CHECK (NOT isempty(valid)),
    CONSTRAINT membership_person_fkey FOREIGN KEY(person) REFERENCES person (id),
    CONSTRAINT membership_unit_fkey FOREIGN KEY(unit) REFERENCES unit (id)
);
CREATE INDEX membership_person_idx ON membership (person);
CREATE INDEX membership_unit_idx ON membership (unit);

CREATE TABLE police_grid (
    boundary_version INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    town TEXT NOT NULL,
    police_station INTEGER NOT NULL,
    geom geometry(MULTIPOLYGON,4326) NOT NULL,
    CONSTRAINT police_grid_pkey PRIMARY KEY (boundary_version, code),
    CONSTRAINT police_grid_boundary_version_fkey FOREIGN KEY(boundary_version) REFERENCES boundary_version (id),
    CONSTRAINT police_grid_town_fkey FOREIGN KEY(town) REFERENCES town (code),
    CONSTRAINT police_grid_police_station_fkey FOREIGN KEY(police_station) REFERENCES unit (id)
);
CREATE INDEX police_grid_geom_idx ON police_grid USING gist (geom);

CREATE TABLE routing_rule (
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    types TEXT[],
    categories TEXT[],
    place_needs TEXT[],
    cell_kinds TEXT[],
    target_kind TEXT NOT NULL,
    target_unit INTEGER,
    reason TEXT NOT NULL,
    CONSTRAINT routing_rule_pkey PRIMARY KEY (version, ordinal),
    CONSTRAINT routing_rule_version_fkey FOREIGN KEY(version) REFERENCES rule_set (version),
    CONSTRAINT routing_rule_target_unit_fkey FOREIGN KEY(target_unit) REFERENCES unit (id)
);

CREATE TABLE stream (
    id INTEGER NOT NULL,
    seq BIGINT DEFAULT '0' NOT NULL,
    CONSTRAINT stream_pkey PRIMARY KEY (id),
    CONSTRAINT stream_id_fkey FOREIGN KEY(id) REFERENCES unit (id)
);

CREATE TABLE ticket (
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    prior TEXT,
    state_since TIMESTAMP WITH TIME ZONE NOT NULL,
    source TEXT NOT NULL,
    order_no TEXT,
    type TEXT NOT NULL,
    channel TEXT NOT NULL,
    urgency TEXT NOT NULL,
    category TEXT,
    category_given TEXT,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    address TEXT NOT NULL,
    confidential BOOLEAN NOT NULL,
    called_at TIMESTAMP WITH TIME ZONE,
    hotline_dispatched_at TIMESTAMP WITH TIME ZONE,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    outer_due TIMESTAMP WITH TIME ZONE,
    place_need TEXT NOT NULL,
    placement TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    raw_lon DOUBLE PRECISION,
    raw_lat DOUBLE PRECISION,
    datum TEXT,
    level TEXT NOT NULL,
    radius_m DOUBLE PRECISION,
    p_cell DOUBLE PRECISION,
    p_town DOUBLE PRECISION,
    edge_m DOUBLE PRECISION,
    near_edge BOOLEAN NOT NULL,
    cell TEXT,
    village TEXT,
    town TEXT,
    police_grid TEXT,
    boundary_version INTEGER NOT NULL,
    tile INTEGER,
    located JSONB,
    rule_set INTEGER NOT NULL,
    routing_rule INTEGER,
    routing_reason TEXT,
    stream INTEGER NOT NULL,
    owed_by INTEGER,
    unit INTEGER,
    first_unit INTEGER,
    lead_unit INTEGER,
    lead_person INTEGER,
    signed_by INTEGER,
    no_return BOOLEAN NOT NULL,
    hops SMALLINT NOT NULL,
    returned JSONB,
    urged SMALLINT NOT NULL,
    supplements SMALLINT NOT NULL,
    rework SMALLINT NOT NULL,
    answer JSONB,
    reply TEXT,
    how_closed TEXT,
    callback_result JSONB,
    audience TEXT[] NOT NULL,
    CONSTRAINT ticket_pkey PRIMARY KEY (id),
    CONSTRAINT ticket_state_check CHECK (state IN ('unplaced', 'undecided', 'dispatched', 'signed', 'assigned', 'in_progress', 'answered', 'reviewed', 'replied', 'closed', 'returned', 'suspended', 'merged', 'cancelled', 'rejected', 'handed_back')),
    CONSTRAINT ticket_type_check CHECK (type IN ('inquiry', 'help', 'complaint', 'report', 'suggestion', 'praise', 'withdrawal', 'nuisance', 'invalid')),
    CONSTRAINT ticket_urgency_check CHECK (urgency IN ('normal', 'urgent', 'critical')),
    CONSTRAINT ticket_place_need_check CHECK (place_need IN ('none', 'town', 'cell', 'point')),
    CONSTRAINT ticket_placement_check CHECK (placement IN ('placed', 'not_needed', 'outside', 'needs_caller', 'unplaced')),
    CONSTRAINT ticket_level_check CHECK (level IN ('coordinate', 'house', 'interpolated', 'building', 'poi', 'intersection', 'road_village', 'group', 'village', 'town', 'none')),
    CONSTRAINT ticket_category_fkey FOREIGN KEY(category) REFERENCES category (code),
    CONSTRAINT ticket_boundary_version_fkey FOREIGN KEY(boundary_version) REFERENCES boundary_version (id),
    CONSTRAINT ticket_rule_set_fkey FOREIGN KEY(rule_set) REFERENCES rule_set (version),
    CONSTRAINT ticket_stream_fkey FOREIGN KEY(stream) REFERENCES unit (id),
    CONSTRAINT ticket_owed_by_fkey FOREIGN KEY(owed_by) REFERENCES unit (id),
    CONSTRAINT ticket_unit_fkey FOREIGN KEY(unit) REFERENCES unit (id),
    CONSTRAINT ticket_first_unit_fkey FOREIGN KEY(first_unit) REFERENCES unit (id),
    CONSTRAINT ticket_lead_unit_fkey FOREIGN KEY(lead_unit) REFERENCES unit (id),
    CONSTRAINT ticket_lead_person_fkey FOREIGN KEY(lead_person) REFERENCES person (id),
    CONSTRAINT ticket_signed_by_fkey FOREIGN KEY(signed_by) REFERENCES person (id)
);
CREATE INDEX ticket_first_unit_idx ON ticket (first_unit) WHERE first_unit IS NOT NULL;
CREATE UNIQUE INDEX ticket_number_idx ON ticket (number);
CREATE INDEX ticket_received_at_idx ON ticket (received_at);
CREATE INDEX ticket_stream_open_idx ON ticket (stream) WHERE state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back');
CREATE INDEX ticket_tile_idx ON ticket (tile);

CREATE TABLE assignment (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY,
    ticket BIGINT NOT NULL,
    part TEXT NOT NULL,
    unit INTEGER NOT NULL,
    person INTEGER,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP WITH TIME ZONE,
    ended TEXT,
    note TEXT,
    reply TEXT,
    CONSTRAINT assignment_pkey PRIMARY KEY (id),
    CONSTRAINT assignment_part_check CHECK (part IN ('lead', 'co')),
    CONSTRAINT assignment_ticket_fkey FOREIGN KEY(ticket) REFERENCES ticket (id),
    CONSTRAINT assignment_unit_fkey FOREIGN KEY(unit) REFERENCES unit (id),
    CONSTRAINT assignment_person_fkey FOREIGN KEY(person) REFERENCES person (id)
);
CREATE UNIQUE INDEX assignment_one_open_lead_idx ON assignment (ticket) WHERE part = 'lead' AND closed_at IS NULL;
CREATE INDEX assignment_ticket_idx ON assignment (ticket);

CREATE TABLE callback (
    id UUID NOT NULL,
    source TEXT NOT NULL,
    ticket BIGINT NOT NULL,
    version INTEGER NOT NULL,
    status TEXT NOT NULL,
    body JSONB NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER DEFAULT '0' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    next_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE,
    error TEXT,
    CONSTRAINT callback_pkey PRIMARY KEY (id),
    CONSTRAINT callback_state_check CHECK (state IN ('pending', 'sent', 'withdrawn', 'dead')),
    CONSTRAINT callback_ticket_fkey FOREIGN KEY(ticket) REFERENCES ticket (id)
);
CREATE INDEX callback_pending_idx ON callback (next_at) WHERE state = 'pending';
CREATE INDEX callback_ticket_version_idx ON callback (ticket, version);

CREATE TABLE caller (
    ticket BIGINT NOT NULL,
    key INTEGER NOT NULL,
    sealed BYTEA NOT NULL,
    masked_name TEXT,
    masked_phone TEXT,
    phone_index BYTEA,
    tail_index BYTEA,
    name_index BYTEA,
    CONSTRAINT caller_pkey PRIMARY KEY (ticket),
    CONSTRAINT caller_ticket_fkey FOREIGN KEY(ticket) REFERENCES ticket (id)
);
CREATE INDEX caller_name_index_idx ON caller (name_index);
CREATE INDEX caller_phone_index_idx ON caller (phone_index);
CREATE INDEX caller_tail_index_idx ON caller (tail_index);

CREATE TABLE clock (
    ticket BIGINT NOT NULL,
    kind TEXT NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    stopped_at TIMESTAMP WITH TIME ZONE,
    reason TEXT NOT NULL,
    next_at TIMESTAMP WITH TIME ZONE,
    warned TEXT,
    CONSTRAINT clock_pkey PRIMARY KEY (ticket, kind, started_at),
    CONSTRAINT clock_kind_check CHECK (kind IN ('place', 'decide', 'ruling', 'sign', 'contact', 'inner', 'review', 'signoff', 'reply', 'redo')),
    CONSTRAINT clock_warned_check CHECK (warned IN ('soon', 'overdue')),
    CONSTRAINT clock_ticket_fkey FOREIGN KEY(ticket) REFERENCES ticket (id)
);
CREATE INDEX clock_next_idx ON clock (next_at) WHERE stopped_at IS NULL AND next_at IS NOT NULL;

CREATE TABLE evidence (
    id UUID NOT NULL,
    ticket BIGINT NOT NULL,
    person INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    from_gallery BOOLEAN NOT NULL,
    taken_at TIMESTAMP WITH TIME ZONE,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    received_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT evidence_pkey PRIMARY KEY (id),
    CONSTRAINT evidence_ticket_fkey FOREIGN KEY(ticket) REFERENCES ticket (id),
    CONSTRAINT evidence_person_fkey FOREIGN KEY(person) REFERENCES person (id),
    CONSTRAINT evidence_unit_fkey FOREIGN KEY(unit) REFERENCES unit (id)
);
CREATE INDEX evidence_ticket_idx ON evidence (ticket);
