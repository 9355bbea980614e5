-- A version goes from draft, perhaps scheduled, to published, then retired. `revision` rises with every change of it.
-- `checked` says at which revision its faults were looked for, and how many there are.
ALTER TABLE boundary_version
    ADD COLUMN based_on INTEGER,
    ADD COLUMN revision INTEGER DEFAULT 1 NOT NULL,
    ADD COLUMN created_by INTEGER,
    ADD COLUMN publish_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN published_by INTEGER,
    ADD COLUMN retired_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN checked JSONB,
    ADD COLUMN held_back TEXT,
    ADD CONSTRAINT boundary_version_based_on_fkey FOREIGN KEY (based_on) REFERENCES boundary_version (id),
    ADD CONSTRAINT boundary_version_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    ADD CONSTRAINT boundary_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES person (id),
    DROP CONSTRAINT boundary_version_state_check,
    ADD CONSTRAINT boundary_version_state_check CHECK (state IN ('draft', 'scheduled', 'published', 'retired'));
CREATE INDEX boundary_version_publish_at_idx ON boundary_version (publish_at) WHERE state = 'scheduled';

-- What an area is called and lies in belongs to its version: a draft holds towns and villages that are nowhere in force.
-- A draft may hold several parts of one code, as files bring them; the check says so, and none of that is published.
-- `label` is where a file put the area's text.
ALTER TABLE town_area
    ADD COLUMN name TEXT, ADD COLUMN part SMALLINT DEFAULT 1 NOT NULL, ADD COLUMN label geometry(POINT, 4326),
    DROP CONSTRAINT town_area_town_fkey,
    DROP CONSTRAINT town_area_pkey, ADD CONSTRAINT town_area_pkey PRIMARY KEY (boundary_version, town, part);
UPDATE town_area a SET name = t.name FROM town t WHERE t.code = a.town;
ALTER TABLE town_area ALTER COLUMN name SET NOT NULL;

ALTER TABLE village_area
    ADD COLUMN town TEXT, ADD COLUMN name TEXT, ADD COLUMN part SMALLINT DEFAULT 1 NOT NULL,
    ADD COLUMN label geometry(POINT, 4326),
    DROP CONSTRAINT village_area_village_fkey,
    DROP CONSTRAINT village_area_pkey, ADD CONSTRAINT village_area_pkey PRIMARY KEY (boundary_version, village, part);
UPDATE village_area a SET town = v.town, name = v.name FROM village v WHERE v.code = a.village;
ALTER TABLE village_area ALTER COLUMN town SET NOT NULL, ALTER COLUMN name SET NOT NULL;

ALTER TABLE cell
    ADD COLUMN police_grid TEXT, ADD COLUMN part SMALLINT DEFAULT 1 NOT NULL,
    ADD COLUMN label geometry(POINT, 4326),
    DROP CONSTRAINT cell_village_fkey, DROP CONSTRAINT cell_town_fkey,
    DROP CONSTRAINT cell_pkey, ADD CONSTRAINT cell_pkey PRIMARY KEY (boundary_version, code, part);
UPDATE cell c SET police_grid = l.police_grid FROM cell_police_grid l WHERE l.cell = c.code AND l.valid @> now();

ALTER TABLE police_grid
    ADD COLUMN part SMALLINT DEFAULT 1 NOT NULL,
    ADD COLUMN label geometry(POINT, 4326),
    ALTER COLUMN police_station DROP NOT NULL,
    DROP CONSTRAINT police_grid_town_fkey,
    DROP CONSTRAINT police_grid_pkey, ADD CONSTRAINT police_grid_pkey PRIMARY KEY (boundary_version, code, part);

-- What the last check of a draft found, and the safe repairs it offers; both go with the next check.
CREATE TABLE boundary_fault (
    boundary_version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    layer TEXT NOT NULL,
    codes TEXT[] NOT NULL,
    area_m2 DOUBLE PRECISION NOT NULL,
    width_m DOUBLE PRECISION NOT NULL,
    says TEXT NOT NULL,
    repair TEXT,
    geom geometry(GEOMETRY, 4326) NOT NULL,
    CONSTRAINT boundary_fault_pkey PRIMARY KEY (boundary_version, ordinal),
    CONSTRAINT boundary_fault_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES boundary_version (id)
        ON DELETE CASCADE,
    CONSTRAINT boundary_fault_severity_check CHECK (severity IN ('blocking', 'warning'))
);
CREATE TABLE boundary_repair (
    boundary_version INTEGER NOT NULL,
    id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    layer TEXT NOT NULL,
    codes TEXT[] NOT NULL,
    says TEXT NOT NULL,
    moved_m2 DOUBLE PRECISION NOT NULL,
    most_m2 DOUBLE PRECISION NOT NULL,
    before geometry(GEOMETRY, 4326) NOT NULL,
    after geometry(GEOMETRY, 4326) NOT NULL,
    CONSTRAINT boundary_repair_pkey PRIMARY KEY (boundary_version, id),
    CONSTRAINT boundary_repair_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES boundary_version (id)
        ON DELETE CASCADE
);

-- What publishing would move, as it was last looked at: by which revision, against which version in force.
CREATE TABLE boundary_preview (
    boundary_version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    against INTEGER,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    told JSONB NOT NULL,
    CONSTRAINT boundary_preview_pkey PRIMARY KEY (boundary_version),
    CONSTRAINT boundary_preview_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES boundary_version (id)
        ON DELETE CASCADE,
    CONSTRAINT boundary_preview_against_fkey FOREIGN KEY (against) REFERENCES boundary_version (id)
);

-- How far open tickets have been moved to a version, and those that could not be, with the reason.
CREATE TABLE rezoning (
    boundary_version INTEGER NOT NULL,
    total INTEGER NOT NULL,
    done INTEGER DEFAULT 0 NOT NULL,
    moved INTEGER DEFAULT 0 NOT NULL,
    other_center INTEGER DEFAULT 0 NOT NULL,
    failed INTEGER DEFAULT 0 NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT rezoning_pkey PRIMARY KEY (boundary_version),
    CONSTRAINT rezoning_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES boundary_version (id)
);
CREATE TABLE rezoning_left (
    boundary_version INTEGER NOT NULL,
    ticket BIGINT NOT NULL,
    why TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT rezoning_left_pkey PRIMARY KEY (boundary_version, ticket),
    CONSTRAINT rezoning_left_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES rezoning (boundary_version),
    CONSTRAINT rezoning_left_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket (id)
);

-- The centers a ticket belonged to before the boundaries changed, as long as a unit of theirs still works on it.
ALTER TABLE ticket ADD COLUMN former_centers INTEGER[];
CREATE INDEX ticket_former_centers_idx ON ticket (id) WHERE former_centers IS NOT NULL;
CREATE INDEX ticket_boundary_version_open_idx ON ticket (boundary_version, id)
    WHERE state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back');

-- The ground that areas of two versions share. `from_code` null: ground that was nobody's; `to_code` null: that is nobody's.
CREATE TABLE crosswalk (
    from_version INTEGER NOT NULL,
    to_version INTEGER NOT NULL,
    level TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    from_code TEXT,
    to_code TEXT,
    area_m2 DOUBLE PRECISION NOT NULL,
    share DOUBLE PRECISION NOT NULL,
    back_share DOUBLE PRECISION NOT NULL,
    CONSTRAINT crosswalk_pkey PRIMARY KEY (from_version, to_version, level, ordinal),
    CONSTRAINT crosswalk_from_version_fkey FOREIGN KEY (from_version) REFERENCES boundary_version (id),
    CONSTRAINT crosswalk_to_version_fkey FOREIGN KEY (to_version) REFERENCES boundary_version (id),
    CONSTRAINT crosswalk_level_check CHECK (level IN ('town', 'village', 'cell', 'police_grid'))
);

-- A version that was ever more than a draft never changes again, whoever asks.
CREATE FUNCTION area_of_a_draft() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER of_a_draft BEFORE INSERT OR UPDATE OR DELETE ON town_area
    FOR EACH ROW EXECUTE FUNCTION area_of_a_draft();
CREATE TRIGGER of_a_draft BEFORE INSERT OR UPDATE OR DELETE ON village_area
    FOR EACH ROW EXECUTE FUNCTION area_of_a_draft();
CREATE TRIGGER of_a_draft BEFORE INSERT OR UPDATE OR DELETE ON cell
    FOR EACH ROW EXECUTE FUNCTION area_of_a_draft();
CREATE TRIGGER of_a_draft BEFORE INSERT OR UPDATE OR DELETE ON police_grid
    FOR EACH ROW EXECUTE FUNCTION area_of_a_draft();

CREATE FUNCTION boundary_version_life() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER life BEFORE INSERT OR UPDATE OR DELETE ON boundary_version
    FOR EACH ROW EXECUTE FUNCTION boundary_version_life();

GRANT INSERT, DELETE ON boundary_version TO dispatch_app;
GRANT INSERT, UPDATE, DELETE ON town_area, village_area, cell, police_grid TO dispatch_app;
GRANT SELECT, INSERT, DELETE ON boundary_fault, boundary_repair TO dispatch_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON boundary_preview TO dispatch_app;
GRANT SELECT, INSERT, UPDATE ON rezoning TO dispatch_app;
GRANT SELECT, INSERT ON rezoning_left, crosswalk TO dispatch_app;
GRANT INSERT, UPDATE ON town, village, cell_police_grid TO dispatch_app;

-- A preview names tickets of every town: only the system's scope reads it. What was left behind is seen with its ticket.
ALTER TABLE boundary_preview ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON boundary_preview USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
ALTER TABLE rezoning_left ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON rezoning_left USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON rezoning_left FOR SELECT USING (EXISTS (SELECT FROM ticket t WHERE t.id = ticket));
