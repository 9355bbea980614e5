-- name: ran
-- When jobs last ran in this process, told by how many seconds ago; in order of their names, as every process does.
INSERT INTO job_run AS r (job, ran_at)
SELECT g.job, clock_timestamp() - make_interval(secs => g.age)
FROM unnest($1::text[], $2::float8[]) AS g(job, age) ORDER BY g.job
ON CONFLICT (job) DO UPDATE SET ran_at = greatest(r.ran_at, excluded.ran_at);

-- name: jobs
-- How many seconds ago each job last ran, in whichever process.
SELECT job, extract(epoch FROM clock_timestamp() - ran_at)::float8 AS age FROM job_run;

-- name: notifications
-- Messages of the last day by state.
SELECT state, count(*) AS n FROM notification WHERE created_at > now() - interval '1 day' GROUP BY state;

-- name: messages
-- Pushed messages without a ticket, by state.
SELECT state, count(*) AS n FROM waiting_message WHERE state <> 'applied' GROUP BY state;
