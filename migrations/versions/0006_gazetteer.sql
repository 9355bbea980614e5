-- Operators look names up by likeness. It sees Chinese because LC_CTYPE is not C; `doctor` asserts that.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A place is in force until `valid_until` is set. `external` is its number in its source. `version` counts its edits.
-- `pinyin` and `initials` say its name in Latin letters, and are null for house numbers. Roads have a line.
ALTER TABLE place
    ADD COLUMN line geometry(MULTILINESTRING, 4326),
    ADD COLUMN external TEXT,
    ADD COLUMN version INTEGER DEFAULT 1 NOT NULL,
    ADD COLUMN valid_from TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    ADD COLUMN valid_until TIMESTAMP WITH TIME ZONE,
    ADD COLUMN pinyin TEXT,
    ADD COLUMN initials TEXT,
    ADD CONSTRAINT place_valid_check CHECK (valid_until >= valid_from),
    ADD CONSTRAINT place_earth_check CHECK (abs(lon) <= 180 AND abs(lat) <= 90);

DROP INDEX place_parent_idx;
CREATE INDEX place_parent_kind_name_idx ON place (parent, kind, name);
CREATE UNIQUE INDEX place_source_external_idx ON place (source, external) WHERE external IS NOT NULL;
CREATE INDEX place_kind_id_idx ON place (kind, id) WHERE valid_until IS NULL;
CREATE INDEX place_town_kind_id_idx ON place (town, kind, id) WHERE valid_until IS NULL;
CREATE INDEX place_name_idx ON place (name text_pattern_ops) WHERE valid_until IS NULL;
CREATE INDEX place_pinyin_idx ON place (pinyin text_pattern_ops) WHERE valid_until IS NULL AND pinyin IS NOT NULL;
CREATE INDEX place_initials_idx ON place (initials text_pattern_ops)
    WHERE valid_until IS NULL AND initials IS NOT NULL;
CREATE INDEX place_alike_idx ON place USING gin (name gin_trgm_ops)
    WHERE valid_until IS NULL AND pinyin IS NOT NULL;

-- Another name: who proposed it, why, from which ticket; who decided, when and why. Two people, or an import.
ALTER TABLE alias
    ADD COLUMN reason TEXT,
    ADD COLUMN ticket BIGINT,
    ADD COLUMN proposed_by INTEGER,
    ADD COLUMN proposed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    ADD COLUMN decided_by INTEGER,
    ADD COLUMN decided_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN decision TEXT,
    ADD COLUMN pinyin TEXT,
    ADD COLUMN initials TEXT,
    ADD CONSTRAINT alias_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket (id),
    ADD CONSTRAINT alias_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person (id),
    ADD CONSTRAINT alias_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person (id),
    DROP CONSTRAINT alias_state_check,
    ADD CONSTRAINT alias_state_check CHECK (state IN ('proposed', 'approved', 'refused', 'retired')),
    ADD CONSTRAINT alias_two_people_check
        CHECK (state IN ('proposed', 'refused') OR proposed_by IS NULL OR coalesce(decided_by <> proposed_by, false));

CREATE UNIQUE INDEX alias_once_idx ON alias (place, name) WHERE state IN ('proposed', 'approved');
CREATE INDEX alias_proposed_idx ON alias (id) WHERE state = 'proposed';
CREATE INDEX alias_name_idx ON alias (name text_pattern_ops) WHERE state = 'approved';
CREATE INDEX alias_pinyin_idx ON alias (pinyin text_pattern_ops) WHERE state = 'approved';
CREATE INDEX alias_initials_idx ON alias (initials text_pattern_ops) WHERE state = 'approved';
CREATE INDEX alias_alike_idx ON alias USING gin (name gin_trgm_ops) WHERE state = 'approved';

-- Each change of places and names makes the next version; its checksum goes on from the former one.
ALTER TABLE gazetteer_version ADD COLUMN at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL;

-- What was done to a place may be read by whoever reads places.
CREATE POLICY places ON audit FOR SELECT USING (starts_with(subject, 'place:'));
CREATE INDEX audit_place_idx ON audit (subject, id) WHERE starts_with(subject, 'place:');

GRANT INSERT, UPDATE ON place, alias TO dispatch_app;
GRANT INSERT ON gazetteer_version TO dispatch_app;
