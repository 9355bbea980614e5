-- name: add
-- A new key, of which only the digest is kept; it ends by itself $7 days from now.
INSERT INTO api_key (digest, tail, name, scope, unit, per_minute, expires_at, created_by)
VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), $8)
RETURNING id;

-- name: held
-- The key of a digest with the town of the unit it is for, and whether its last use is worth noting anew.
SELECT k.id, k.name, k.scope, k.unit, u.town, k.per_minute, k.revoked_at IS NOT NULL AS revoked,
       k.expires_at <= now() AS expired, coalesce(k.last_used_at <= now() - interval '1 minute', true) AS stale
FROM api_key k LEFT JOIN unit u ON u.id = k.unit
WHERE k.digest = $1;

-- name: used
-- A key was used: noted once a minute at most, whoever asks at the same time.
UPDATE api_key SET last_used_at = now()
WHERE id = $1 AND coalesce(last_used_at <= now() - interval '1 minute', true);

-- name: listed
-- Every key ($1: of that number alone), the newest first, without what would open anything.
SELECT k.id, k.name, k.scope, k.unit, u.name AS unit_name, k.tail, k.per_minute, k.created_at,
       c.name AS created_by, k.expires_at, k.last_used_at, k.revoked_at, r.name AS revoked_by,
       CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= now() THEN 'expired' ELSE 'valid' END
           AS state
FROM api_key k
LEFT JOIN unit u ON u.id = k.unit
LEFT JOIN person c ON c.id = k.created_by
LEFT JOIN person r ON r.id = k.revoked_by
WHERE $1::int IS NULL OR k.id = $1
ORDER BY k.id DESC;

-- name: revoke
-- The key opens nothing any more; nothing comes back where it was revoked before.
UPDATE api_key SET revoked_at = now(), revoked_by = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id;

-- name: unit_exists
-- Whether a unit works.
SELECT EXISTS (SELECT FROM unit WHERE id = $1 AND active);

-- name: units
-- Whom a key may be for: centers of towns, which limits it to the town, and departments.
SELECT id, name FROM unit WHERE active AND kind IN ('town_center', 'department') ORDER BY kind DESC, id;
