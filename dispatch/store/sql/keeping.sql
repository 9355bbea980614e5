-- name: note
-- What was changed of the district's own data, by whom, from what to what.
INSERT INTO kept_change (person, subject, what, before, after, reason) VALUES ($1, $2, $3, $4, $5, $6);

-- name: changes
-- What was changed of one thing ($1 as it is), or of all of a kind ($1 before the colon), the newest first, with names.
SELECT jsonb_build_object('id', c.id, 'at', wire_time(c.at), 'person', p.name, 'subject', c.subject, 'what', c.what,
    'before', c.before, 'after', c.after, 'reason', c.reason)
FROM kept_change c LEFT JOIN person p ON p.id = c.person
WHERE c.subject = $1 OR split_part(c.subject, ':', 1) = $1 ORDER BY c.id DESC LIMIT $2;
