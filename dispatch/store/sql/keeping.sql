-- name: note
-- What was changed of the district's own data, by whom, from what to what.
INSERT INTO kept_change (person, subject, what, before, after, reason) VALUES ($1, $2, $3, $4, $5, $6);
