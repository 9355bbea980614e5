-- name: drop_pairings
-- Codes that nobody typed in time.
DELETE FROM wall_pairing WHERE expires_at <= now();

-- name: ask
-- A code waits to be typed: its digest and that of the screen's secret, good for $3 minutes.
INSERT INTO wall_pairing (code, device, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))
RETURNING expires_at;

-- name: use
-- The screen of a code, which is used up by that; nothing where the code is wrong, used or over.
DELETE FROM wall_pairing WHERE code = $1 AND expires_at > now() RETURNING device;

-- name: add
-- A screen of a unit, known by the digest of its secret.
INSERT INTO wall (digest, name, unit, shows, created_by, theme) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- name: held
-- The screen of a secret, and whether noting that it was seen is due again.
SELECT id, unit, name, shows, theme, ended_at IS NOT NULL AS ended,
       coalesce(last_seen_at <= now() - interval '1 minute', true) AS stale
FROM wall WHERE digest = $1;

-- name: seen
-- A screen asked: noted once a minute at most.
UPDATE wall SET last_seen_at = now()
WHERE id = $1 AND coalesce(last_seen_at <= now() - interval '1 minute', true);

-- name: listed
-- Every screen ($1: of that number alone), those in use first, the newest first.
SELECT w.id, w.name, w.unit, u.name AS unit_name, w.shows, w.theme, w.created_at, c.name AS created_by, w.last_seen_at,
       w.ended_at, e.name AS ended_by
FROM wall w
JOIN unit u ON u.id = w.unit
JOIN person c ON c.id = w.created_by
LEFT JOIN person e ON e.id = w.ended_by
WHERE $1::int IS NULL OR w.id = $1
ORDER BY w.ended_at IS NOT NULL, w.id DESC;

-- name: standing
-- A screen in use as it may be changed: nobody else changes it meanwhile.
SELECT name, shows, theme FROM wall WHERE id = $1 AND ended_at IS NULL FOR UPDATE;

-- name: change
-- A screen hangs elsewhere, or shows something else beside its figures, or is dark or light now.
UPDATE wall SET name = $2, shows = $3, theme = $4 WHERE id = $1;

-- name: end
-- The screen shows nothing any more; nothing comes back where it was ended before.
UPDATE wall SET ended_at = now(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id;

-- name: units
-- Whose figures a screen may show: the district's center's, or a town's.
SELECT id, name FROM unit WHERE active AND kind IN ('district_center', 'town_center') ORDER BY kind, id;
