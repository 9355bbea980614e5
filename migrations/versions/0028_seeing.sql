-- Which trace an entry was written in (W3C traceparent), so that whichever process relays it goes on with that trace.
-- Empty unless traces are on and this one is among those taken.
ALTER TABLE stream_entry ADD COLUMN trace text;

-- When each job last ran to its end, in whichever process: a job that runs nowhere shows.
CREATE TABLE job_run (
    job text PRIMARY KEY,
    ran_at timestamptz NOT NULL
);
ALTER TABLE job_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON job_run USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
GRANT SELECT, INSERT, UPDATE ON job_run TO dispatch_app;

-- Keys of monitors read figures about the service, and nothing else.
ALTER TABLE api_key DROP CONSTRAINT api_key_scope_check,
    ADD CONSTRAINT api_key_scope_check CHECK (scope IN ('features', 'metrics'));
