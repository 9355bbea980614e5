-- name: by_town
-- Tickets received in a period, by the version they lie in and their town. Of other versions than $3 only those that
-- have no point: the others are found by it (`points`).
SELECT boundary_version, town AS code, count(*) AS tickets FROM ticket
WHERE received_at >= $1 AND received_at < $2 AND (boundary_version = $3 OR placement <> 'placed' OR lon IS NULL)
GROUP BY boundary_version, town;

-- name: by_village
-- The same by village.
SELECT boundary_version, village AS code, count(*) AS tickets FROM ticket
WHERE received_at >= $1 AND received_at < $2 AND (boundary_version = $3 OR placement <> 'placed' OR lon IS NULL)
GROUP BY boundary_version, village;

-- name: by_cell
-- The same by cell.
SELECT boundary_version, cell AS code, count(*) AS tickets FROM ticket
WHERE received_at >= $1 AND received_at < $2 AND (boundary_version = $3 OR placement <> 'placed' OR lon IS NULL)
GROUP BY boundary_version, cell;

-- name: points
-- Where tickets of other versions lie that were received in a period.
SELECT lon, lat FROM ticket
WHERE received_at >= $1 AND received_at < $2 AND boundary_version <> $3 AND placement = 'placed' AND lon IS NOT NULL;
