-- name: sealed
-- A caller under seal.
SELECT key, sealed FROM caller WHERE ticket = $1;
