-- name: say
-- What somebody says ($1 chosen by their phone, so that saying it again is the same); nothing where it is known. It
-- was said when their phone kept it ($6), never after it arrived, and never longer before than is believed ($7).
INSERT INTO grievance (id, person, unit, named, words, said_at)
VALUES ($1, $2, $3, $4, $5, greatest(least($6, now()), now() - $7::interval))
ON CONFLICT (id) DO NOTHING RETURNING id;

-- name: said
-- Who said what under an id, held until it is answered.
SELECT person, named, words, answered_at FROM grievance WHERE id = $1 FOR UPDATE;

-- name: answer
-- The answer.
UPDATE grievance SET answer = $2, answered_at = now(), answered_by = $3 WHERE id = $1;

-- name: own
-- What a person said, the newest first.
SELECT g.id, g.named, g.words, wire_time(g.said_at) AS said_at, p.name AS person_name, u.name AS unit_name,
    g.answer, wire_time(g.answered_at) AS answered_at, a.name AS answered_by
FROM grievance g
JOIN person p ON p.id = g.person
JOIN unit u ON u.id = g.unit
LEFT JOIN person a ON a.id = g.answered_by
WHERE g.person = $1
ORDER BY g.said_at DESC, g.id LIMIT $2;

-- name: waiting
-- What waits for an answer, the oldest first; nobody is named who did not want to be.
SELECT g.id, g.named, g.words, wire_time(g.said_at) AS said_at, CASE WHEN g.named THEN p.name END AS person_name,
    CASE WHEN g.named THEN u.name END AS unit_name, NULL AS answer, NULL AS answered_at, NULL AS answered_by
FROM grievance g
JOIN person p ON p.id = g.person
JOIN unit u ON u.id = g.unit
WHERE g.answered_at IS NULL
ORDER BY g.said_at, g.id LIMIT $1;

-- name: answered
-- What was answered, the last first, before an instant; nobody is named who did not want to be.
SELECT g.id, g.named, g.words, wire_time(g.said_at) AS said_at, CASE WHEN g.named THEN p.name END AS person_name,
    CASE WHEN g.named THEN u.name END AS unit_name, g.answer, wire_time(g.answered_at) AS answered_at,
    a.name AS answered_by
FROM grievance g
JOIN person p ON p.id = g.person
JOIN unit u ON u.id = g.unit
JOIN person a ON a.id = g.answered_by
WHERE g.answered_at < coalesce($1::timestamptz, 'infinity')
ORDER BY g.answered_at DESC, g.id LIMIT $2;
