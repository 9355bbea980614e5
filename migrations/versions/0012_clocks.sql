-- Everything that decides when something falls due, version by version: which rules and which office hours a version
-- has, what was changed, and how far running clocks follow it. Version 1 is what there was before.
CREATE TABLE timetable (
    version INTEGER NOT NULL,
    rules_version INTEGER NOT NULL,
    hours_version INTEGER NOT NULL,
    part TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    finished_at TIMESTAMP WITH TIME ZONE,
    looked INTEGER DEFAULT 0 NOT NULL,
    moved INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT timetable_pkey PRIMARY KEY (version),
    CONSTRAINT timetable_rules_version_fkey FOREIGN KEY (rules_version) REFERENCES timetable (version),
    CONSTRAINT timetable_hours_version_fkey FOREIGN KEY (hours_version) REFERENCES timetable (version),
    CONSTRAINT timetable_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT timetable_part_check CHECK (part IN ('rules', 'hours', 'calendar'))
);
INSERT INTO timetable (version, rules_version, hours_version, part, note, finished_at)
VALUES (1, 1, 1, 'rules', '初始版本', now());

-- Office hours of the parts of the year.
CREATE TABLE office_hours (
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    hours TEXT NOT NULL,
    CONSTRAINT office_hours_pkey PRIMARY KEY (version, ordinal),
    CONSTRAINT office_hours_version_fkey FOREIGN KEY (version) REFERENCES timetable (version)
);
INSERT INTO office_hours (version, ordinal, name, first_day, last_day, hours)
VALUES (1, 1, '全年', '01-01', '12-31', '09:00-12:00 14:00-18:00');

-- The days that a notice names, and the years that have one. A day that turned out to be as usual is kept as such.
CREATE TABLE calendar_day (
    day DATE NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT calendar_day_pkey PRIMARY KEY (day),
    CONSTRAINT calendar_day_kind_check CHECK (kind IN ('off', 'work', 'usual'))
);
CREATE TABLE calendar_year (
    year INTEGER NOT NULL,
    source TEXT NOT NULL,
    announced_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT calendar_year_pkey PRIMARY KEY (year)
);

-- A rule's limit is a text as standards write it; its version is the timetable's. `minutes` is read by the former
-- program alone, and goes after it.
ALTER TABLE clock_rule DROP CONSTRAINT clock_rule_version_fkey;
ALTER TABLE clock_rule ALTER COLUMN minutes DROP NOT NULL;
ALTER TABLE clock_rule ADD COLUMN limit_text TEXT;
UPDATE clock_rule SET limit_text = minutes || '分钟';
DELETE FROM clock_rule WHERE version <> coalesce((SELECT version FROM rule_set WHERE active), 1);
UPDATE clock_rule SET version = 1 WHERE version <> 1;
ALTER TABLE clock_rule ADD CONSTRAINT clock_rule_version_fkey FOREIGN KEY (version) REFERENCES timetable (version);
ALTER TABLE clock_rule ADD COLUMN counts_first_day BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE clock_rule ADD COLUMN share DOUBLE PRECISION;
ALTER TABLE clock_rule ADD COLUMN categories TEXT[];
ALTER TABLE clock_rule ADD COLUMN units INTEGER[];
ALTER TABLE clock_rule ADD COLUMN unit_kinds TEXT[];
ALTER TABLE clock_rule ADD COLUMN valid_from DATE;
ALTER TABLE clock_rule ADD COLUMN valid_until DATE;
ALTER TABLE clock_rule ADD CONSTRAINT clock_rule_share_check CHECK (share > 0 AND share <= 1);

-- What a clock was reckoned from, when it warns and what of that has been told, and when it rested.
ALTER TABLE clock ADD COLUMN timetable INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE clock ADD COLUMN basis JSONB;
ALTER TABLE clock ADD COLUMN unannounced BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE clock ADD COLUMN marks TIMESTAMP WITH TIME ZONE[];
ALTER TABLE clock ADD COLUMN fired TEXT[] DEFAULT '{}' NOT NULL;
ALTER TABLE clock ADD COLUMN paused_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE clock ADD COLUMN pauses JSONB;
ALTER TABLE clock DROP CONSTRAINT clock_kind_check;
ALTER TABLE clock ADD CONSTRAINT clock_kind_check CHECK (kind IN (
    'place', 'decide', 'ruling', 'sign', 'contact', 'inner', 'halt', 'review', 'signoff', 'reply', 'redo'));
UPDATE clock SET timetable = 1, fired = CASE warned
    WHEN 'overdue' THEN '{half,soon,two_hours,overdue}'::text[]
    WHEN 'soon' THEN '{half,soon,two_hours}'
    ELSE '{half,two_hours}' END
WHERE stopped_at IS NULL;
CREATE INDEX clock_timetable_idx ON clock (timetable, ticket) WHERE stopped_at IS NULL;

-- The warnings of a clock: half of it, four fifths of it, two hours before, due; none where one does not come. Of a clock that
-- the former program started, those that program knew.
CREATE FUNCTION clock_marks(c clock) RETURNS timestamptz[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(c.marks, ARRAY[NULL, c.started_at + (c.due_at - c.started_at) * 0.8, NULL, c.due_at]);

-- The running clocks of a ticket, the nearest first. A screen tells by soon_at and due_at how urgent one is; one that
-- rests is neither.
CREATE OR REPLACE FUNCTION ticket_clocks(of bigint) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'kind', c.kind, 'started_at', wire_time(c.started_at), 'due_at', wire_time(c.due_at), 'warned', c.warned,
            'soon_at', wire_time((clock_marks(c))[2]), 'paused_at', wire_time(c.paused_at), 'unannounced', c.unannounced
        ) ORDER BY c.due_at, c.kind), '[]'::jsonb)
        FROM clock c WHERE c.ticket = of AND c.stopped_at IS NULL
    );

GRANT SELECT, INSERT ON timetable, office_hours, calendar_year TO dispatch_app;
GRANT SELECT, INSERT, UPDATE ON calendar_day TO dispatch_app;
GRANT INSERT ON clock_rule TO dispatch_app;
GRANT UPDATE (finished_at, looked, moved) ON timetable TO dispatch_app;
GRANT UPDATE (source, announced_at) ON calendar_year TO dispatch_app;
