-- name: in_hand
-- Open tickets of these centers by state.
SELECT t.state, count(*) AS times FROM ticket t
WHERE t.stream = ANY ($1::int[]) AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
GROUP BY t.state;

-- name: overdue
-- Open tickets of these centers ($1) with a running clock that is over, the longest first, each by the clock that was due
-- first; how many there are in all; $2 of them at most.
SELECT o.*, count(*) OVER () AS total FROM (
    SELECT DISTINCT ON (t.id) t.id, t.number, t.title, c.kind AS clock, c.due_at, h.name AS holder, p.name AS person
    FROM ticket t
    JOIN clock c ON c.ticket = t.id AND c.stopped_at IS NULL AND c.paused_at IS NULL AND c.due_at <= now()
    LEFT JOIN unit h ON h.id = coalesce(t.lead_unit, t.owed_by, t.unit, t.stream)
    LEFT JOIN person p ON p.id = t.lead_person
    WHERE t.stream = ANY ($1::int[]) AND t.state <> 'suspended'
        AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
    ORDER BY t.id, c.due_at
) o
ORDER BY o.due_at, o.id LIMIT $2;

-- name: categories
-- What was received in a window ($1 $2; $3 $4 words of the call-back, which play no part here) at these centers ($5), as
-- the rates count it, by the first two levels of its category; the $6 most frequent.
SELECT nullif(concat_ws('/', nullif(split_part(k.path, '/', 1), ''), nullif(split_part(k.path, '/', 2), '')), '')
        AS category,
    count(*) AS times
FROM rate_fact($1, $2, $3, $4) f
JOIN ticket t ON t.id = f.ticket
LEFT JOIN category k ON k.code = t.category
WHERE f.rate = 'overdue_raw' AND f.center = ANY ($5::int[])
GROUP BY 1 ORDER BY times DESC, 1 LIMIT $6;

-- name: alike
-- Where at least $6 of one category were received in one cell within a window, counted as above, most first.
SELECT concat_ws(' ', n.name, v.name, g.name) AS place, k.path AS category, a.times, a.numbers
FROM (
    SELECT t.boundary_version, t.cell, t.category, min(t.town) AS town, min(t.village) AS village, count(*) AS times,
        array_agg(t.number ORDER BY t.received_at, t.id) AS numbers
    FROM rate_fact($1, $2, $3, $4) f
    JOIN ticket t ON t.id = f.ticket
    WHERE f.rate = 'overdue_raw' AND f.center = ANY ($5::int[]) AND t.cell IS NOT NULL AND t.category IS NOT NULL
    GROUP BY t.boundary_version, t.cell, t.category HAVING count(*) >= $6
) a
JOIN category k ON k.code = a.category
LEFT JOIN town n ON n.code = a.town
LEFT JOIN village v ON v.code = a.village
LEFT JOIN LATERAL (
    SELECT name FROM cell WHERE boundary_version = a.boundary_version AND code = a.cell LIMIT 1
) g ON true
ORDER BY a.times DESC, a.cell LIMIT 50;

-- name: notable
-- Open tickets of these centers ($1) that a leader should know of: critical, supervised, to be done again, of several
-- callers, urged again; $2 of them at most.
SELECT t.id, t.number, t.title, t.state, t.urgency, coalesce(t.supervised, 0) AS supervised, t.rework,
    coalesce(t.callers, 1) AS callers, t.urged, h.name AS holder, p.name AS person
FROM ticket t
LEFT JOIN unit h ON h.id = coalesce(t.lead_unit, t.owed_by, t.unit, t.stream)
LEFT JOIN person p ON p.id = t.lead_person
WHERE t.stream = ANY ($1::int[]) AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
    AND (t.urgency = 'critical' OR t.supervised > 0 OR t.rework > 0 OR t.callers > 1 OR t.urged > 1)
ORDER BY coalesce(t.supervised, 0) DESC, t.urgency <> 'critical', t.received_at, t.id LIMIT $2;

-- name: now
-- The moment the snapshot is of.
SELECT now();

-- name: sealed
-- The sealed callers of tickets.
SELECT ticket, key, sealed FROM caller WHERE ticket = ANY ($1::bigint[]);
