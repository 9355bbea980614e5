-- name: version
-- The newest version: the one in force.
SELECT version, rules_version, hours_version FROM timetable ORDER BY version DESC LIMIT 1;

-- name: rules
-- The clock rules of a version, in order.
SELECT ordinal, clock, types, urgencies, limit_text, reason, counts_first_day, share, categories, units, unit_kinds,
    valid_from, valid_until
FROM clock_rule WHERE version = $1 ORDER BY ordinal;

-- name: hours
-- The office hours of a version.
SELECT name, first_day, last_day, hours FROM office_hours WHERE version = $1 ORDER BY ordinal;

-- name: days
-- Every day that a notice names.
SELECT day, kind, name, source FROM calendar_day WHERE kind <> 'usual' ORDER BY day;

-- name: days_of
-- The named days of a year, where they come from and when they were last changed.
SELECT day, kind, name, source, changed_at FROM calendar_day
WHERE day >= make_date($1, 1, 1) AND day < make_date($1 + 1, 1, 1) ORDER BY day;

-- name: day
-- What a day is by its notice, if one names it.
SELECT jsonb_build_object('kind', kind, 'name', name) FROM calendar_day WHERE day = $1;

-- name: years
-- The years that have a notice.
SELECT year, source, announced_at FROM calendar_year ORDER BY year;

-- name: one_at_a_time
-- Whoever saves a version waits for whoever is saving one.
SELECT pg_advisory_xact_lock(hashtext('timetable'));

-- name: insert_version
-- The next version; what it does not change it has from the former one. Answers its number.
INSERT INTO timetable (version, rules_version, hours_version, part, note, created_by)
SELECT version + 1, CASE $1 WHEN 'rules' THEN version + 1 ELSE rules_version END,
    CASE $1 WHEN 'hours' THEN version + 1 ELSE hours_version END, $1, $2, $3
FROM timetable ORDER BY version DESC LIMIT 1
RETURNING version;

-- name: insert_rules
-- The rules of a version from a JSON array, in its order.
INSERT INTO clock_rule (version, ordinal, clock, types, urgencies, limit_text, reason, counts_first_day, share,
    categories, units, unit_kinds, valid_from, valid_until)
SELECT $1, r.ordinal, r.clock, r.types, r.urgencies, r.limit_text, r.reason, r.counts_first_day, r.share,
    r.categories, r.units, r.unit_kinds, r.valid_from, r.valid_until
FROM jsonb_to_recordset($2) AS r(ordinal int, clock text, types text[], urgencies text[], limit_text text, reason text,
    counts_first_day boolean, share float8, categories text[], units int[], unit_kinds text[], valid_from date,
    valid_until date);

-- name: insert_hours
-- The office hours of a version from a JSON array, in its order.
INSERT INTO office_hours (version, ordinal, name, first_day, last_day, hours)
SELECT $1, h.ordinal, h.name, h.first_day, h.last_day, h.hours
FROM jsonb_to_recordset($2) AS h(ordinal int, name text, first_day text, last_day text, hours text);

-- name: put_days
-- What a notice, or a person, makes of days.
INSERT INTO calendar_day (day, kind, name, source)
SELECT d.day, d.kind, d.name, d.source
FROM jsonb_to_recordset($1) AS d(day date, kind text, name text, source text)
ON CONFLICT (day) DO UPDATE
SET kind = excluded.kind, name = excluded.name, source = excluded.source, changed_at = now();

-- name: forget_days
-- The days of a year that a new notice does not name are as usual.
UPDATE calendar_day SET kind = 'usual', source = $2, changed_at = now()
WHERE day >= make_date($1, 1, 1) AND day < make_date($1 + 1, 1, 1) AND day <> ALL ($3::date[]) AND kind <> 'usual';

-- name: announce
-- A year has its notice.
INSERT INTO calendar_year (year, source) VALUES ($1, $2)
ON CONFLICT (year) DO UPDATE SET source = excluded.source, announced_at = now();

-- name: history
-- The newest versions, who made them, and how far running clocks have followed.
SELECT t.version, t.part, t.note, t.created_at, p.name AS created_by, t.finished_at, t.looked, t.moved
FROM timetable t LEFT JOIN person p ON p.id = t.created_by ORDER BY t.version DESC LIMIT $1;

-- name: behind
-- Running clocks that were reckoned by a former version, the tickets longest behind first, with what they follow; held
-- until the commit. What somebody else is at comes with the next look.
SELECT c.ticket, c.kind, c.started_at, c.due_at, c.paused_at, c.pauses, c.marks, c.basis, t.outer_due
FROM clock c JOIN ticket t ON t.id = c.ticket
WHERE c.stopped_at IS NULL AND c.timetable < $1 ORDER BY c.timetable, c.ticket LIMIT $2
FOR UPDATE OF c SKIP LOCKED;

-- name: looked
-- Running clocks that stay as they are by a version: taken from a JSON array, unless they moved or stopped meanwhile.
UPDATE clock c SET timetable = $1
FROM jsonb_to_recordset($2) AS k(ticket bigint, kind text, started_at timestamptz)
WHERE c.ticket = k.ticket AND c.kind = k.kind AND c.started_at = k.started_at AND c.stopped_at IS NULL
    AND c.timetable < $1;

-- name: count
-- So many more clocks were looked at for a version, and so many of them moved.
UPDATE timetable SET looked = looked + $2, moved = moved + $3 WHERE version = $1;

-- name: finish
-- No running clock is behind any more: every version up to this one is followed.
UPDATE timetable SET finished_at = now() WHERE version <= $1 AND finished_at IS NULL
    AND NOT EXISTS (SELECT FROM clock WHERE stopped_at IS NULL AND timetable < $1);
