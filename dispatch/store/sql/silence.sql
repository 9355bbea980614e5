-- name: as_login
-- Until the transaction is over, be the login itself, which may look at its own sessions and end them.
SET LOCAL ROLE NONE;

-- name: end_silent
-- Ends sessions of this login that were half way through asking for $1 and sent nothing more. PostgreSQL has no limit for
-- them: not idle, for the question is not whole; nothing to cancel, for nothing runs. They keep what they have locked.
-- What is copied in may take long.
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()
  AND state = 'active' AND wait_event = 'ClientRead' AND state_change < clock_timestamp() - $1::interval
  AND query NOT LIKE 'COPY %';
