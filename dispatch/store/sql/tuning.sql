-- name: active
-- What the district has set about locating, the version in force; none where it has set nothing.
SELECT version, cell, town, coordinate_radius_m, least_precision, weights, calibration, region
FROM locating_setting WHERE active;

-- name: history
-- The newest versions with who saved them, the newest first; whole, because a former one may be taken up again.
SELECT s.version, s.note, s.active, s.cell, s.town, s.coordinate_radius_m, s.least_precision, s.weights, s.calibration,
    s.region, s.created_at, p.name AS created_by
FROM locating_setting s LEFT JOIN person p ON p.id = s.created_by
WHERE s.version > (SELECT coalesce(max(version), 0) - $1 FROM locating_setting)
ORDER BY s.version DESC;

-- name: one_at_a_time
-- Whoever saves a version waits for whoever is saving one.
SELECT pg_advisory_xact_lock(hashtext('locating_setting'));

-- name: retire
-- The version in force is so no more.
UPDATE locating_setting SET active = false WHERE active;

-- name: insert
-- The next version, in force from now on; answers its number.
INSERT INTO locating_setting (version, note, active, cell, town, coordinate_radius_m, least_precision, weights,
    calibration, region, created_by)
SELECT coalesce(max(version), 0) + 1, $1, true, $2, $3, $4, $5, $6, $7, $8, $9 FROM locating_setting
RETURNING version;
