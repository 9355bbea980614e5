-- What desks are warned of, version by version: the words that sound like danger now, and for how long after an urging the
-- next one wants to be meant.
CREATE TABLE desk_setting (
    version INTEGER NOT NULL,
    danger_words TEXT[] NOT NULL,
    chase_minutes INTEGER NOT NULL,
    note TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    created_by INTEGER,
    CONSTRAINT desk_setting_pkey PRIMARY KEY (version),
    CONSTRAINT desk_setting_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT desk_setting_bounds_check CHECK (chase_minutes BETWEEN 5 AND 1440 AND cardinality(danger_words) <= 500)
);
CREATE UNIQUE INDEX desk_setting_one_active_idx ON desk_setting (active) WHERE active;
INSERT INTO desk_setting (version, danger_words, chase_minutes, note, active) VALUES (1,
    '{起火,着火,冒烟,爆炸,燃气泄漏,煤气泄漏,漏气,坍塌,倒塌,触电,漏电,落水,溺水,被困,跳楼,轻生,自杀,持刀,斗殴,打架,伤人,救命,绑架,家暴}',
    120, '初始设置', true);
GRANT SELECT, INSERT, UPDATE ON desk_setting TO dispatch_app;

-- The secret that signs reports to a hotline is rotated as those are that sign what it pushes: `callback_secret` is the
-- first that signs, these sign beside it; what is known of each stands in a table of its own.
ALTER TABLE source ADD COLUMN further_callback_secrets BYTEA[] DEFAULT '{}' NOT NULL;
CREATE TABLE report_secret (
    source TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    added_at TIMESTAMP WITH TIME ZONE,
    added_by INTEGER,
    ends_at TIMESTAMP WITH TIME ZONE,
    ended_by INTEGER,
    last_used_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT report_secret_pkey PRIMARY KEY (source, fingerprint),
    CONSTRAINT report_secret_source_fkey FOREIGN KEY (source) REFERENCES source (id),
    CONSTRAINT report_secret_added_by_fkey FOREIGN KEY (added_by) REFERENCES person (id),
    CONSTRAINT report_secret_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person (id)
);
GRANT SELECT, INSERT ON report_secret TO dispatch_app;
GRANT UPDATE (ends_at, ended_by, last_used_at) ON report_secret TO dispatch_app;
GRANT UPDATE (callback_secret, further_callback_secrets) ON source TO dispatch_app;
ALTER TABLE report_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON report_secret USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

-- When a secret was last used, to the minute.
ALTER TABLE source_secret ADD COLUMN last_used_at TIMESTAMP WITH TIME ZONE;
GRANT UPDATE (last_used_at) ON source_secret TO dispatch_app;
