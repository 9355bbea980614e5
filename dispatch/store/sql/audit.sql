-- name: write
-- One audit row; rows are only ever added.
INSERT INTO audit (person, unit, action, subject, reason, detail) VALUES ($1, $2, $3, $4, $5, $6);
