-- name: words
-- What was said of a ticket's place, scrubbed; nothing of a confidential one.
SELECT address, title, content FROM ticket WHERE id = $1 AND NOT confidential;

-- name: around
-- Estates and points of interest in force in a rectangle, in the order of the geocoder's rows.
SELECT id, kind, name, parent, lon, lat, radius_m, village, town FROM place
WHERE lon BETWEEN $1 AND $2 AND lat BETWEEN $3 AND $4 AND kind IN ('estate', 'poi') AND valid_until IS NULL
ORDER BY id LIMIT 200;

-- name: known
-- Whether a place is called so, was proposed to be, or was refused the name before.
SELECT EXISTS (SELECT FROM alias WHERE place = $1 AND name = $2);
