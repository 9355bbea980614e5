-- name: alone
-- One process seals at a time, until its transaction ends; false where another one is at it.
SELECT pg_try_advisory_xact_lock(hashtext('audit_seal'));

-- name: last
-- The newest seal.
SELECT number, at, first, rows, leaves, root, head FROM audit_seal ORDER BY number DESC LIMIT 1;

-- name: take
-- Rows that wait, at most $1, taken from the list; with the instant of the seal. What commits later waits for the next.
WITH taken AS (
    DELETE FROM audit_waiting WHERE id IN (SELECT id FROM audit_waiting ORDER BY id LIMIT $1) RETURNING id
)
SELECT a.id, a.at, a.person, a.unit, a.action, a.subject, a.reason, a.detail::text AS detail, clock_timestamp() AS now
FROM audit a WHERE a.id = ANY (ARRAY(SELECT id FROM taken)) ORDER BY a.id;

-- name: add
-- One seal. Two that follow the same one have the same number, so that the chain cannot fork.
INSERT INTO audit_seal (number, at, first, rows, leaves, root, head) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: after
-- Seals after a number, in order, at most $2.
SELECT number, at, first, rows, leaves, root, head FROM audit_seal WHERE number > $1 ORDER BY number LIMIT $2;

-- name: heads_after
-- The heads of seals after a number, in order, at most $2.
SELECT number, at, first + cardinality(rows) - 1 AS rows, head FROM audit_seal WHERE number > $1 ORDER BY number LIMIT $2;

-- name: head
-- One seal's head.
SELECT number, at, first + cardinality(rows) - 1 AS rows, head FROM audit_seal WHERE number = $1;

-- name: top
-- The number of the newest seal, and the database's epoch: its random id, which a restore renews.
SELECT (SELECT coalesce(max(number), 0) FROM audit_seal) AS number,
    (SELECT id::text FROM epoch ORDER BY since DESC, id LIMIT 1) AS epoch;

-- name: rows
-- Rows of the audit by their ids.
SELECT id, at, person, unit, action, subject, reason, detail::text AS detail FROM audit
WHERE id = ANY ($1::bigint[]) ORDER BY id;

-- name: ids_after
-- Ids of rows after one, in order, at most $2.
SELECT id FROM audit WHERE id > $1 ORDER BY id LIMIT $2;

-- name: accounted
-- Which of these rows wait, or lie in a seal after a number ($2): at one instant.
SELECT id FROM audit_waiting WHERE id = ANY ($1::bigint[])
UNION
SELECT id FROM audit_seal s, unnest(s.rows) id WHERE s.number > $2 AND id = ANY ($1::bigint[]);

-- name: clock
-- The database's instant.
SELECT clock_timestamp();

-- name: waiting
-- How many rows wait, and since when the oldest of them; how long that is, in seconds.
SELECT count(*) AS rows, min(a.at) AS since, coalesce(extract(epoch FROM now() - min(a.at)), 0)::float8 AS seconds
FROM audit_waiting w JOIN audit a ON a.id = w.id;
