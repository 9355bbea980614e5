-- name: know
-- Leases that nobody has taken yet. Only the missing ones are tried: a conflict would wait for whoever writes under it.
INSERT INTO lease (name) SELECT n FROM unnest($1::text[]) n WHERE NOT EXISTS (SELECT FROM lease WHERE name = n)
ON CONFLICT (name) DO NOTHING;

-- name: keep
-- Renews what $2 holds of these leases and takes those that are over, for $3 from now; all of them that it holds. One that
-- is being written under is left alone: its writer renews it, or keeps it until the transaction is over.
WITH free AS (
    SELECT name FROM lease WHERE name = ANY ($1::text[]) AND (holder = $2 OR until <= clock_timestamp())
    ORDER BY name FOR UPDATE SKIP LOCKED
), kept AS (
    UPDATE lease l SET holder = $2, until = clock_timestamp() + $3::interval,
        fence = CASE WHEN l.holder = $2 THEN l.fence ELSE l.fence + 1 END
    FROM free f WHERE l.name = f.name
    RETURNING l.name, l.fence
)
SELECT name, fence FROM kept
UNION ALL
SELECT name, fence FROM lease
WHERE name = ANY ($1::text[]) AND holder = $2 AND name NOT IN (SELECT name FROM kept);

-- name: patience
-- A transaction under a lease whose process is silent for so long is over, so that another one may take the lease.
SELECT set_config('idle_in_transaction_session_timeout', $1, true);

-- name: write_under
-- Renews the lease for the transaction that writes under it, and holds it until the commit; nothing where it is lost.
UPDATE lease SET until = clock_timestamp() + $4::interval
WHERE name = $1 AND holder = $2 AND fence = $3 AND until > clock_timestamp()
RETURNING fence;

-- name: release
-- Whoever asks next may take what $1 held.
UPDATE lease SET until = clock_timestamp() WHERE holder = $1 AND until > clock_timestamp();
