-- name: give_up
-- Running work whose process gave no sign for a while has failed; $1 one piece, null: any on the subject $2.
UPDATE work SET state = 'failed', finished_at = now(), error = '中断了，请重新开始'
WHERE state = 'running' AND beat_at < now() - interval '30 seconds' AND (id = $1 OR subject = $2);

-- name: start
-- Work begins, unless some on the same subject is running.
INSERT INTO work (kind, subject, person, says, state) VALUES ($1, $2, $3, $4, 'running')
ON CONFLICT (subject) WHERE state = 'running' AND subject IS NOT NULL DO NOTHING
RETURNING id;

-- name: running
-- The words of the work that runs on a subject.
SELECT says FROM work WHERE subject = $1 AND state = 'running';

-- name: beat
-- The process lives, and this is how far it is; nothing where the work was given up.
UPDATE work SET done = $2, total = $3, says = $4, beat_at = now() WHERE id = $1 AND state = 'running' RETURNING id;

-- name: finish
-- What it came to, unless it was given up meanwhile.
UPDATE work SET state = $2, result = $3, error = $4, problems = $5, done = $6, total = $7, says = $8,
    beat_at = now(), finished_at = now()
WHERE id = $1 AND state = 'running';

-- name: one
-- One piece of work as its person hears of it, and whose it is.
SELECT person, jsonb_build_object(
    'id', id, 'kind', kind, 'says', says, 'done', done, 'total', total, 'state', state, 'result', result,
    'error', error, 'started_at', wire_time(started_at), 'finished_at', wire_time(finished_at)
) AS told
FROM work WHERE id = $1;

-- name: problems
-- The rows that were not understood, as gzipped CSV, and whose work it was.
SELECT person, problems FROM work WHERE id = $1;
