-- name: rules
-- The settings in force, or the version asked for.
SELECT * FROM rate_setting WHERE ($1::int IS NULL AND active) OR version = $1;

-- name: counted
-- How many tickets count in each rate of each unit, and how much: $1 $2 the window, $3 $4 words of the call-back, $5 by
-- center (else by unit), $6 a score period whose upheld objections are left out.
SELECT CASE WHEN $5 THEN f.center ELSE f.unit END AS unit, f.rate, count(*) AS base,
    sum(f.amount) FILTER (WHERE NOT f.part) AS full_amount, sum(f.amount) FILTER (WHERE f.part) AS part_amount
FROM rate_fact($1, $2, $3, $4) f
WHERE $6::int IS NULL OR (f.ticket, f.rate) NOT IN (
    SELECT o.ticket, o.rate FROM objection o WHERE o.period = $6 AND o.state = 'upheld')
GROUP BY 1, 2;

-- name: tickets
-- The tickets behind one figure ($7 the rate, $8 of which units), the newest first, before an id: those that add to the
-- numerator, those that do not, or all.
WITH page AS MATERIALIZED (
    SELECT f.ticket, f.amount, f.part FROM rate_fact($1, $2, $3, $4) f
    WHERE f.rate = $7 AND (CASE WHEN $5 THEN f.center ELSE f.unit END) = ANY ($8::int[])
        AND ($9::boolean IS NULL OR (f.amount > 0) = $9) AND ($10::bigint IS NULL OR f.ticket < $10)
        AND ($6::int IS NULL OR (f.ticket, f.rate) NOT IN (
            SELECT o.ticket, o.rate FROM objection o WHERE o.period = $6 AND o.state = 'upheld'))
    ORDER BY f.ticket DESC LIMIT $11
)
SELECT jsonb_build_object('row', ticket_row(t), 'amount', p.amount, 'part', p.part)
FROM page p JOIN ticket t ON t.id = p.ticket ORDER BY p.ticket DESC;

-- name: keep_facts
-- What counts in a score period now is kept for good: $1 $2 the window, $3 $4 words of the call-back, $5 the period.
INSERT INTO score_fact (period, rate, ticket, center, unit, amount, part)
SELECT $5, f.rate, f.ticket, f.center, f.unit, f.amount, f.part FROM rate_fact($1, $2, $3, $4) f
WHERE (f.ticket, f.rate) NOT IN (
    SELECT o.ticket, o.rate FROM objection o WHERE o.period = $5 AND o.state = 'upheld');

-- name: kept_counted
-- How many tickets count in each rate of each unit of a locked period ($1), by center or by unit.
SELECT CASE WHEN $2 THEN f.center ELSE f.unit END AS unit, f.rate, count(*) AS base,
    sum(f.amount) FILTER (WHERE NOT f.part) AS full_amount, sum(f.amount) FILTER (WHERE f.part) AS part_amount
FROM score_fact f WHERE f.period = $1 GROUP BY 1, 2;

-- name: kept_tickets
-- The tickets behind one figure of a locked period ($1), as `tickets` lists those of a window.
WITH page AS MATERIALIZED (
    SELECT f.ticket, f.amount, f.part FROM score_fact f
    WHERE f.period = $1 AND f.rate = $3 AND (CASE WHEN $2 THEN f.center ELSE f.unit END) = ANY ($4::int[])
        AND ($5::boolean IS NULL OR (f.amount > 0) = $5) AND ($6::bigint IS NULL OR f.ticket < $6)
    ORDER BY f.ticket DESC LIMIT $7
)
SELECT jsonb_build_object('row', ticket_row(t), 'amount', p.amount, 'part', p.part)
FROM page p JOIN ticket t ON t.id = p.ticket ORDER BY p.ticket DESC;

-- name: versions
-- Every version of the settings, the newest first.
SELECT jsonb_build_object('version', s.version, 'active', s.active, 'note', s.note, 'responded', s.responded,
    'solved', s.solved, 'satisfied', s.satisfied, 'partly', s.partly, 'satisfied_words', s.satisfied_words,
    'partly_words', s.partly_words, 'day_starts', s.day_starts, 'month_starts', s.month_starts,
    'board', coalesce(s.board, 3),
    'created_at', wire_time(s.created_at), 'created_by', p.name)
FROM rate_setting s LEFT JOIN person p ON p.id = s.created_by ORDER BY s.version DESC;

-- name: retire
-- The settings in force are former ones now.
UPDATE rate_setting SET active = false WHERE active;

-- name: add_version
-- A new version from a JSON object.
INSERT INTO rate_setting (version, active, note, responded, solved, satisfied, partly, satisfied_words, partly_words,
    day_starts, month_starts, board, created_by)
SELECT (SELECT max(version) + 1 FROM rate_setting), true, note, responded, solved, satisfied, partly, satisfied_words,
    partly_words, day_starts, month_starts, board, $2
FROM jsonb_to_record($1) AS r(note text, responded double precision, solved double precision,
    satisfied double precision, partly double precision, satisfied_words text[], partly_words text[], day_starts int,
    month_starts int,
    board smallint)
RETURNING version;
