-- name: alone
-- Whether this session may import: one at a time in the whole installation. The lock ends with the session.
SELECT pg_try_advisory_lock(hashtext('gazetteer.import'));

-- name: hold
-- Nobody else changes the gazetteer until this session ends (the lock of `gazetteer.change`).
SELECT pg_advisory_lock(hashtext('gazetteer'));

-- name: unhurried
-- This session works on whole tables: it joins and reads them as the planner likes, and takes its time. If its process
-- falls silent it ends, and its locks with it, so that others may go on.
SELECT set_config('enable_seqscan', 'on', false), set_config('enable_hashjoin', 'on', false),
    set_config('enable_mergejoin', 'on', false), set_config('statement_timeout', '30min', false),
    set_config('work_mem', '64MB', false), set_config('idle_session_timeout', '5min', false);

-- name: unhurried_here
-- The same of joins, for one transaction.
SELECT set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true);

-- name: make
-- Where the rows of a file wait to be compared with the places there are. The session alone sees them.
CREATE TEMP TABLE listed (
    row integer NOT NULL, external text, kind text NOT NULL, name text NOT NULL, said text, home text,
    lon double precision NOT NULL, lat double precision NOT NULL, radius_m double precision, village text, town text,
    pinyin text, initials text, line text, parent_row integer, parent bigint, id bigint, state text
);
CREATE TEMP TABLE listed_name (row integer NOT NULL, name text NOT NULL, kind text NOT NULL, pinyin text, initials text);
CREATE TEMP TABLE listed_fault (row integer NOT NULL, fault text NOT NULL, about text, other bigint);
CREATE TEMP TABLE listed_parent (
    said text, kind text, village text, town text, many bigint, parent_row integer, parent bigint
);

-- name: look
-- Let the planner see how many rows there are. No index: they would all be written anew with every step.
ANALYZE listed;
ANALYZE listed_name;

-- name: twins_by_number
-- Of rows with one number the first counts.
WITH twins AS (
    SELECT row, external, min(row) OVER (PARTITION BY external) AS first FROM listed WHERE external IS NOT NULL
), bad AS (
    UPDATE listed l SET state = 'fault' FROM twins t WHERE l.row = t.row AND t.row > t.first
    RETURNING l.row, t.external, t.first
)
INSERT INTO listed_fault SELECT row, 'number_twice', external, first FROM bad;

-- name: numbered
-- Rows whose number the source is known by are that place; of those that are no more nothing is brought back.
WITH known AS (
    SELECT l.row, p.id, p.valid_until FROM listed l JOIN place p ON p.source = $1 AND p.external = l.external
    WHERE l.state IS NULL
), gone AS (
    UPDATE listed l SET state = 'gone' FROM known k WHERE l.row = k.row AND k.valid_until IS NOT NULL
    RETURNING l.row, l.name, k.id
), there AS (
    UPDATE listed l SET id = k.id, state = 'known' FROM known k WHERE l.row = k.row AND k.valid_until IS NULL
)
INSERT INTO listed_fault SELECT row, 'gone', name, id FROM gone;

-- name: parents_of_file
-- Parents given by their number in the same file. $1 $2 which kind may lie in which.
UPDATE listed l SET parent_row = q.row FROM listed q, unnest($1::text[], $2::text[]) AS a(child, kind)
WHERE q.external = l.said AND q.state IS DISTINCT FROM 'fault' AND a.child = l.kind AND a.kind = q.kind;

-- name: parents_of_source
-- Parents given by their number in the source. $1 $2 which kind may lie in which, $3 the source.
UPDATE listed l SET parent = p.id FROM place p, unnest($1::text[], $2::text[]) AS a(child, kind)
WHERE l.said IS NOT NULL AND l.parent_row IS NULL AND p.source = $3 AND p.external = l.said AND p.valid_until IS NULL
    AND a.child = l.kind AND a.kind = p.kind;

-- name: parents_of_gazetteer
-- Parents given by their number in the gazetteer. $1 $2 which kind may lie in which.
UPDATE listed l SET parent = p.id FROM place p, unnest($1::text[], $2::text[]) AS a(child, kind)
WHERE l.said ~ '^[0-9]{1,18}$' AND l.parent_row IS NULL AND l.parent IS NULL
    AND p.id = CASE WHEN l.said ~ '^[0-9]{1,18}$' THEN l.said::bigint END AND p.valid_until IS NULL
    AND a.child = l.kind AND a.kind = p.kind;

-- name: parents_by_name
-- Parents given by name: the place of a kind that can be one, in the same village or else the same town, of the file
-- before those of the gazetteer. Two that fit as well leave it open. $1 $2 which kind may lie in which.
INSERT INTO listed_parent
WITH sought AS MATERIALIZED (
    SELECT DISTINCT said, kind, coalesce(village, '') AS village, coalesce(town, '') AS town FROM listed
    WHERE said IS NOT NULL AND parent_row IS NULL AND parent IS NULL AND state IS DISTINCT FROM 'fault'
), allowed AS MATERIALIZED (
    SELECT * FROM unnest($1::text[], $2::text[]) AS a(child, kind)
), candidate AS (
    SELECT s.*, q.row AS parent_row, NULL::bigint AS parent, 1 AS nearer,
        CASE WHEN q.village = s.village THEN 2 ELSE 1 END AS fits
    FROM sought s JOIN listed q ON q.name = s.said JOIN allowed a ON a.child = s.kind AND a.kind = q.kind
    WHERE q.state IS DISTINCT FROM 'fault' AND (q.town IS NULL OR s.town IN ('', q.town))
    UNION ALL
    SELECT s.*, NULL, p.id, 0, CASE WHEN p.village = s.village THEN 2 ELSE 1 END
    FROM sought s JOIN place p ON p.name = s.said JOIN allowed a ON a.child = s.kind AND a.kind = p.kind
    WHERE p.valid_until IS NULL AND (p.town IS NULL OR s.town IN ('', p.town))
), ranked AS (
    SELECT *, rank() OVER (PARTITION BY said, kind, village, town ORDER BY nearer DESC, fits DESC) AS rank FROM candidate
)
SELECT said, kind, village, town, count(*) AS many, min(parent_row) AS parent_row, min(parent) AS parent
FROM ranked WHERE rank = 1 GROUP BY 1, 2, 3, 4;

-- name: parents_found
-- Rows whose parent was found by name have it.
UPDATE listed l SET parent_row = b.parent_row, parent = b.parent FROM listed_parent b
WHERE b.many = 1 AND l.said = b.said AND l.kind = b.kind AND coalesce(l.village, '') = b.village
    AND coalesce(l.town, '') = b.town AND l.parent_row IS NULL AND l.parent IS NULL
    AND l.row IS DISTINCT FROM b.parent_row;

-- name: parents_lost
-- Rows whose parent was not found, or found more than once.
WITH lost AS (
    UPDATE listed l SET state = 'fault'
    WHERE l.said IS NOT NULL AND l.parent_row IS NULL AND l.parent IS NULL AND l.state IS DISTINCT FROM 'fault'
    RETURNING l.row, l.said, l.kind, coalesce(l.village, '') AS village, coalesce(l.town, '') AS town
)
INSERT INTO listed_fault
SELECT l.row, CASE WHEN b.many > 1 THEN 'parents' ELSE 'no_parent' END, l.said, b.many
FROM lost l LEFT JOIN listed_parent b USING (said, kind, village, town);

-- name: homes
-- Where no parent was said, a place belongs to its village, or else its town.
WITH home AS (
    SELECT DISTINCT ON (code) code, row, id FROM (
        SELECT coalesce(village, town) AS code, row, NULL::bigint AS id FROM listed
        WHERE kind IN ('village', 'town') AND state IS DISTINCT FROM 'fault'
        UNION ALL
        SELECT coalesce(village, town), NULL, id FROM place
        WHERE kind IN ('village', 'town') AND valid_until IS NULL AND coalesce(village, town) IS NOT NULL
    ) every ORDER BY code, row
)
UPDATE listed l SET parent_row = h.row, parent = h.id FROM home h
WHERE l.said IS NULL AND l.home = h.code;

-- name: areas
-- Towns and villages are known by their codes.
UPDATE listed l SET id = p.id, state = 'known' FROM place p
WHERE l.kind IN ('town', 'village') AND l.state IS NULL AND p.kind = l.kind AND p.valid_until IS NULL
    AND (l.external IS NULL OR p.external IS NULL)
    AND CASE WHEN l.kind = 'town' THEN p.town = l.town ELSE p.village = l.village END;

-- name: twins_at_home
-- Of rows without number and parent the first of a kind, name and village counts.
WITH twins AS (
    SELECT row, name, min(row) OVER (PARTITION BY kind, name, village, town) AS first FROM listed
    WHERE external IS NULL AND said IS NULL AND state IS DISTINCT FROM 'fault'
), bad AS (
    UPDATE listed l SET state = 'fault' FROM twins t WHERE l.row = t.row AND t.row > t.first
    RETURNING l.row, t.name, t.first
)
INSERT INTO listed_fault SELECT row, 'twice', name, first FROM bad;

-- name: at_home
-- Rows without a parent of their own are the place of the same kind and name in the same village; several leave it open.
WITH same AS (
    SELECT l.row, min(p.id) AS id, count(*) AS many FROM listed l
    JOIN place p ON p.name = l.name AND p.kind = l.kind AND p.valid_until IS NULL
        AND p.village IS NOT DISTINCT FROM l.village AND p.town IS NOT DISTINCT FROM l.town
        AND (l.external IS NULL OR p.external IS NULL)
    WHERE l.said IS NULL AND l.state IS NULL GROUP BY l.row
), known AS (
    UPDATE listed l SET id = s.id, state = 'known' FROM same s WHERE l.row = s.row AND s.many = 1
), open AS (
    UPDATE listed l SET state = 'fault' FROM same s WHERE l.row = s.row AND s.many > 1 RETURNING l.row, l.name, s.many
)
INSERT INTO listed_fault SELECT row, 'several', name, many FROM open;

-- name: fresh_at_home
-- What is left of the rows without a parent of their own is new.
UPDATE listed SET id = nextval(pg_get_serial_sequence('place', 'id')), state = 'new' WHERE said IS NULL AND state IS NULL;

-- name: step
-- One generation: rows of the file whose parent has its id by now know their parent's.
UPDATE listed l SET parent = q.id FROM listed q
WHERE q.row = l.parent_row AND l.parent IS NULL AND q.id IS NOT NULL;

-- name: twins_below
-- Of rows without number the first of a kind, name and parent counts.
WITH twins AS (
    SELECT row, name, min(row) OVER (PARTITION BY kind, name, parent) AS first FROM listed
    WHERE external IS NULL AND said IS NOT NULL AND parent IS NOT NULL AND state IS DISTINCT FROM 'fault'
), bad AS (
    UPDATE listed l SET state = 'fault' FROM twins t WHERE l.row = t.row AND t.row > t.first
    RETURNING l.row, t.name, t.first
)
INSERT INTO listed_fault SELECT row, 'twice', name, first FROM bad;

-- name: below
-- Rows of this generation are the place of the same kind, name and parent.
WITH same AS (
    SELECT l.row, min(p.id) AS id FROM listed l
    JOIN place p ON p.parent = l.parent AND p.kind = l.kind AND p.name = l.name AND p.valid_until IS NULL
        AND (l.external IS NULL OR p.external IS NULL)
    WHERE l.said IS NOT NULL AND l.state IS NULL AND l.parent IS NOT NULL GROUP BY l.row
)
UPDATE listed l SET id = s.id, state = 'known' FROM same s WHERE l.row = s.row;

-- name: fresh_below
-- What is left of this generation is new.
UPDATE listed SET id = nextval(pg_get_serial_sequence('place', 'id')), state = 'new'
WHERE said IS NOT NULL AND state IS NULL AND parent IS NOT NULL;

-- name: orphans
-- Rows whose parent is a row that is not taken, or that go round in a circle.
WITH bad AS (
    UPDATE listed SET state = 'fault'
    WHERE said IS NOT NULL AND parent IS NULL AND (state IS NULL OR state = 'known') RETURNING row, said, parent_row
)
INSERT INTO listed_fault SELECT row, 'orphan', said, parent_row FROM bad;

-- name: claimed_twice
-- A place is one row of the file: the first.
WITH claims AS (
    SELECT row, name, min(row) OVER (PARTITION BY id) AS first FROM listed WHERE state = 'known'
), bad AS (
    UPDATE listed l SET state = 'fault' FROM claims c WHERE l.row = c.row AND c.row > c.first
    RETURNING l.row, c.name, c.first
)
INSERT INTO listed_fault SELECT row, 'twice', name, first FROM bad;

-- name: changes
-- Places that the file says otherwise. $1 the source.
UPDATE listed l SET state = 'changed' FROM place p
WHERE p.id = l.id AND l.state = 'known' AND (
    (p.name, p.kind, p.lon, p.lat, p.village, p.town)
        IS DISTINCT FROM (l.name, l.kind, l.lon, l.lat, l.village, l.town)
    OR p.radius_m <> l.radius_m
    OR l.line IS NOT NULL AND (p.line IS NULL OR ST_AsEWKB(p.line) <> decode(l.line, 'hex'))
    OR l.said IS NOT NULL AND p.parent IS DISTINCT FROM l.parent
    OR l.external IS NOT NULL AND (p.external IS NULL OR p.source <> $1)
);

-- name: counts
-- How many rows are what.
SELECT count(*) FILTER (WHERE state = 'new') AS added, count(*) FILTER (WHERE state = 'changed') AS changed,
    count(*) FILTER (WHERE state = 'known') AS same, count(*) FILTER (WHERE state = 'gone') AS gone,
    count(*) FILTER (WHERE state = 'fault') AS bad
FROM listed;

-- name: faults
-- What comparing found, in the order of the rows; $1 at most.
SELECT row, fault, about, other FROM listed_fault ORDER BY row LIMIT $1;

-- name: new_names
-- How many other names the file would add.
SELECT count(DISTINCT (l.id, n.name)) FROM listed_name n JOIN listed l USING (row)
WHERE l.state IN ('new', 'changed', 'known')
    AND NOT EXISTS (SELECT FROM alias a WHERE a.place = l.id AND a.name = n.name);

-- name: add
-- The new places. $1 source, $2 $3 kinds and their usual radii.
INSERT INTO place (id, kind, name, parent, lon, lat, radius_m, village, town, source, external, pinyin, initials, line)
SELECT l.id, l.kind, l.name, l.parent, l.lon, l.lat, coalesce(l.radius_m, u.radius_m), l.village, l.town, $1,
    l.external, l.pinyin, l.initials, l.line::geometry
FROM listed l JOIN unnest($2::text[], $3::float8[]) AS u(kind, radius_m) ON u.kind = l.kind
WHERE l.state = 'new';

-- name: change
-- The places that are otherwise. $1 source.
UPDATE place p SET name = l.name, kind = l.kind, lon = l.lon, lat = l.lat, radius_m = coalesce(l.radius_m, p.radius_m),
    village = l.village, town = l.town, pinyin = l.pinyin, initials = l.initials, version = p.version + 1,
    line = coalesce(l.line::geometry, p.line),
    parent = CASE WHEN l.said IS NULL THEN p.parent ELSE l.parent END,
    external = coalesce(l.external, p.external), source = CASE WHEN l.external IS NULL THEN p.source ELSE $1 END
FROM listed l WHERE p.id = l.id AND l.state = 'changed';

-- name: name
-- The other names; one that somebody proposed, refused or retired stays as it was decided. $1 source, $2 who imports.
INSERT INTO alias (place, name, kind, state, reason, decided_by, decided_at, pinyin, initials)
SELECT DISTINCT ON (l.id, n.name) l.id, n.name, n.kind, 'approved', $1, $2::int, now(), n.pinyin, n.initials
FROM listed_name n JOIN listed l USING (row)
WHERE l.state IN ('new', 'changed', 'known')
    AND NOT EXISTS (SELECT FROM alias a WHERE a.place = l.id AND a.name = n.name)
ON CONFLICT (place, name) WHERE state IN ('proposed', 'approved') DO NOTHING;

-- name: areas_known
-- Villages with their towns, and towns, by code: what rows of a file are held against.
SELECT 'village' AS kind, code, name, town FROM village UNION ALL SELECT 'town', code, name, NULL FROM town;
