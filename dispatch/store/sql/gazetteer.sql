-- name: told
-- Places as screens know them, with the names that are proposed or approved, in the order of the ids $1.
SELECT p.id, p.kind, p.name, p.parent, q.name AS parent_name, p.lon, p.lat, p.radius_m, p.village,
    v.name AS village_name, p.town, t.name AS town_name, p.source, p.external, p.version,
    wire_time(p.valid_from) AS valid_from, wire_time(p.valid_until) AS valid_until,
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'name', a.name, 'kind', a.kind, 'state', a.state, 'reason', a.reason,
        'proposed_by', x.name, 'proposed_at', wire_time(a.proposed_at)
    ) ORDER BY a.id), '[]'::jsonb)
    FROM alias a LEFT JOIN person x ON x.id = a.proposed_by
    WHERE a.place = p.id AND a.state IN ('proposed', 'approved')) AS aliases
FROM unnest($1::bigint[]) WITH ORDINALITY AS g(id, rank)
JOIN place p USING (id)
LEFT JOIN place q ON q.id = p.parent
LEFT JOIN village v ON v.code = p.village
LEFT JOIN town t ON t.code = p.town
ORDER BY g.rank;

-- name: search
-- Places by name, best first: the name itself, another name, how one begins, its Latin letters, what it holds. A rank is
-- in thousandths: the way it was found before the point, its length after it. Each way is asked for $8 at most.
-- $1 text, $2 what sorts behind all that begin with it, $3 its Latin letters or null, $4 what sorts behind those,
-- $5 a pattern for what holds it or null, $6 kind or null, $7 town or null. OFFSET 0 lets other names be looked up
-- before their places, whatever a kept plan knows of $6 and $7.
WITH found(id, rank) AS (
    (SELECT p.id, 0 FROM place p
    WHERE p.name = $1 AND p.valid_until IS NULL
        AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) LIMIT $8)
    UNION ALL
    (SELECT p.id, 1000 FROM alias a CROSS JOIN LATERAL (
        SELECT p.id FROM place p WHERE p.id = a.place AND p.valid_until IS NULL
            AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) OFFSET 0
    ) p
    WHERE a.name = $1 AND a.state = 'approved' LIMIT $8)
    UNION ALL
    (SELECT p.id, 2000 + length(p.name) FROM place p
    WHERE p.name ~>=~ $1 AND p.name ~<~ $2 AND p.valid_until IS NULL
        AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) LIMIT $8)
    UNION ALL
    (SELECT p.id, 3000 + length(a.name) FROM alias a CROSS JOIN LATERAL (
        SELECT p.id FROM place p WHERE p.id = a.place AND p.valid_until IS NULL
            AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) OFFSET 0
    ) p
    WHERE a.name ~>=~ $1 AND a.name ~<~ $2 AND a.state = 'approved' LIMIT $8)
    UNION ALL
    (SELECT p.id, 4000 + length(p.initials) FROM place p
    WHERE p.initials ~>=~ $3 AND p.initials ~<~ $4 AND p.initials IS NOT NULL AND p.valid_until IS NULL
        AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) LIMIT $8)
    UNION ALL
    (SELECT p.id, 4000 + length(a.initials) FROM alias a CROSS JOIN LATERAL (
        SELECT p.id FROM place p WHERE p.id = a.place AND p.valid_until IS NULL
            AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) OFFSET 0
    ) p
    WHERE a.initials ~>=~ $3 AND a.initials ~<~ $4 AND a.state = 'approved' LIMIT $8)
    UNION ALL
    (SELECT p.id, 4500 + length(p.pinyin) FROM place p
    WHERE p.pinyin ~>=~ $3 AND p.pinyin ~<~ $4 AND p.pinyin IS NOT NULL AND p.valid_until IS NULL
        AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) LIMIT $8)
    UNION ALL
    (SELECT p.id, 4500 + length(a.pinyin) FROM alias a CROSS JOIN LATERAL (
        SELECT p.id FROM place p WHERE p.id = a.place AND p.valid_until IS NULL
            AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) OFFSET 0
    ) p
    WHERE a.pinyin ~>=~ $3 AND a.pinyin ~<~ $4 AND a.state = 'approved' LIMIT $8)
    UNION ALL
    (SELECT p.id, 5000 + length(p.name) FROM place p
    WHERE p.name LIKE $5 AND p.pinyin IS NOT NULL AND p.valid_until IS NULL
        AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) LIMIT $8)
)
SELECT id, min(rank) AS rank FROM found GROUP BY id ORDER BY 2, 1;

-- name: likeness
-- How alike names have to be in this transaction for `alike` to find them.
SELECT set_config('pg_trgm.similarity_threshold', $1::real::text, true);

-- name: alike
-- Places whose name, or another name of theirs, is like a text, the most alike first, but for those found otherwise.
-- A rank is in thousandths: 6000 and the difference. $1 text, $2 ids found otherwise, $3 $4 rank and id seen last,
-- $5 how many, $6 kind or null, $7 town or null, $8 how many of each way.
WITH found(id, rank) AS (
    (SELECT p.id, 6000 + (1000 * (1 - similarity(p.name, $1)))::int FROM place p
    WHERE p.name % $1 AND p.pinyin IS NOT NULL AND p.valid_until IS NULL
        AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town)
    ORDER BY 2, 1 LIMIT $8)
    UNION ALL
    (SELECT p.id, 6000 + (1000 * (1 - similarity(a.name, $1)))::int FROM alias a CROSS JOIN LATERAL (
        SELECT p.id FROM place p WHERE p.id = a.place AND p.valid_until IS NULL
            AND p.kind = coalesce($6, p.kind) AND p.town IS NOT DISTINCT FROM coalesce($7, p.town) OFFSET 0
    ) p
    WHERE a.name % $1 AND a.state = 'approved'
    ORDER BY 2, 1 LIMIT $8)
)
SELECT id, min(rank) AS rank FROM found WHERE id <> ALL ($2::bigint[])
GROUP BY id HAVING (min(rank), id) > ($3::int, $4::bigint)
ORDER BY 2, 1 LIMIT $5;

-- name: browse
-- Places in force by kind and number: those after kind $1 and id $2, of kinds up to $3. $4 how many.
SELECT id, kind FROM place
WHERE valid_until IS NULL AND (kind, id) > ($1, $2::bigint) AND kind <= $3
ORDER BY kind, id LIMIT $4;

-- name: browse_town
-- Places in force of town $5, otherwise as `browse`.
SELECT id, kind FROM place
WHERE valid_until IS NULL AND town = $5 AND (kind, id) > ($1, $2::bigint) AND kind <= $3
ORDER BY kind, id LIMIT $4;

-- name: towns_like
-- The towns whose names begin so.
SELECT code FROM town WHERE starts_with(name, $1);

-- name: history
-- What was done to a place, the newest first. $1 its subject in the audit, $2 how many.
SELECT wire_time(a.at) AS at, x.name AS person, a.action, a.reason, a.detail
FROM audit a LEFT JOIN person x ON x.id = a.person
WHERE a.subject = $1 AND starts_with(a.subject, 'place:') ORDER BY a.id DESC LIMIT $2;

-- name: proposed
-- Names that wait for a second person, the oldest first: those after id $1, $2 at most.
SELECT id FROM alias WHERE state = 'proposed' AND id > $1 ORDER BY id LIMIT $2;

-- name: decided
-- Names somebody decided on in state $1, the newest first: those before id $2, $3 at most.
SELECT id FROM alias WHERE state = $1 AND proposed_by IS NOT NULL AND id < $2 ORDER BY id DESC LIMIT $3;

-- name: proposals
-- Proposed or decided names in the order of the ids $1: who said so and why, whether the reader may see the ticket
-- it came from, and in how many other places the same name is said.
SELECT a.id, a.name, a.kind, a.state, a.reason, a.place, k.number AS ticket_number, k.id AS ticket,
    x.name AS proposed_by, a.proposed_by AS proposer, wire_time(a.proposed_at) AS proposed_at,
    y.name AS decided_by, wire_time(a.decided_at) AS decided_at, a.decision,
    (SELECT count(*) FROM (
        SELECT p.id FROM place p WHERE p.name = a.name AND p.valid_until IS NULL
        UNION SELECT o.place FROM alias o JOIN place p ON p.id = o.place
        WHERE o.name = a.name AND o.state = 'approved' AND p.valid_until IS NULL
    ) same WHERE same.id <> a.place) AS namesakes
FROM unnest($1::bigint[]) WITH ORDINALITY AS g(id, rank)
JOIN alias a USING (id)
LEFT JOIN person x ON x.id = a.proposed_by
LEFT JOIN person y ON y.id = a.decided_by
LEFT JOIN ticket k ON k.id = a.ticket
ORDER BY g.rank;

-- name: change
-- Changes of the gazetteer are made one after the other; an import holds this lock by its session while it is written.
SELECT pg_advisory_xact_lock(hashtext('gazetteer'));

-- name: patience
-- How long a change waits for another one.
SELECT set_config('lock_timeout', $1, true);

-- name: lock
-- A place to be changed.
SELECT id, kind, name, parent, lon, lat, radius_m, village, town, source, external, version, valid_until
FROM place WHERE id = $1 FOR UPDATE;

-- name: parts
-- How many places in force belong to a place.
SELECT count(*) FROM place WHERE parent = $1 AND valid_until IS NULL;

-- name: parent
-- The kind of a place in force and where it lies.
SELECT kind, village, town FROM place WHERE id = $1 AND valid_until IS NULL;

-- name: namesake
-- A place in force of the same kind and name that belongs to the same place: the same one, listed twice. $4 but not.
SELECT id FROM place
WHERE kind = $1 AND name = $2 AND parent IS NOT DISTINCT FROM $3 AND valid_until IS NULL
    AND id <> coalesce($4, 0) LIMIT 1;

-- name: village
-- The town of a village.
SELECT town FROM village WHERE code = $1;

-- name: town
-- Whether a town is known.
SELECT EXISTS (SELECT FROM town WHERE code = $1);

-- name: add
-- A new place.
INSERT INTO place (kind, name, parent, lon, lat, radius_m, village, town, source, pinyin, initials)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id;

-- name: edit
-- A place as it is from now on.
UPDATE place SET name = $2, parent = $3, lon = $4, lat = $5, radius_m = $6, village = $7, town = $8, pinyin = $9,
    initials = $10, version = version + 1
WHERE id = $1;

-- name: retire
-- Places that are no more, with everything that belongs to them where $2 says so; answers how many.
WITH RECURSIVE gone AS (
    SELECT id FROM place WHERE id = $1
    UNION
    SELECT p.id FROM place p JOIN gone g ON p.parent = g.id WHERE $2 AND p.valid_until IS NULL
), retired AS (
    UPDATE place p SET valid_until = greatest(now(), valid_from), version = version + 1 FROM gone g
    WHERE p.id = g.id AND p.valid_until IS NULL RETURNING p.id
)
SELECT count(*) FROM retired;

-- name: propose
-- A name somebody proposes; none where it is proposed or approved already.
INSERT INTO alias (place, name, kind, state, reason, ticket, proposed_by, pinyin, initials)
VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8)
ON CONFLICT (place, name) WHERE state IN ('proposed', 'approved') DO NOTHING RETURNING id;

-- name: known_as
-- The state of a name that is proposed or approved for a place.
SELECT state FROM alias WHERE place = $1 AND name = $2 AND state IN ('proposed', 'approved');

-- name: lock_alias
-- A name to be decided on, with its place's town and whether that place is in force.
SELECT a.id, a.place, a.name, a.kind, a.state, a.proposed_by, a.decided_at, x.name AS decided_by, p.town,
    p.valid_until IS NULL AS in_force
FROM alias a JOIN place p ON p.id = a.place LEFT JOIN person x ON x.id = a.decided_by
WHERE a.id = $1 FOR UPDATE OF a;

-- name: decide
-- What became of a proposal.
UPDATE alias SET state = $2, decided_by = $3, decided_at = now(), decision = $4 WHERE id = $1;

-- name: retire_alias
-- A name that is not said any more.
UPDATE alias SET state = 'retired' WHERE id = $1;

-- name: visible
-- Whether the reader may see a ticket.
SELECT EXISTS (SELECT FROM ticket WHERE id = $1 AND NOT confidential);

-- name: version
-- The next version of the gazetteer: its checksum goes on from the former one with what changed ($1).
INSERT INTO gazetteer_version (id, checksum)
SELECT coalesce(max(id), 0) + 1, encode(sha256(convert_to(coalesce(
    (SELECT checksum FROM gazetteer_version ORDER BY id DESC LIMIT 1), '') || $1, 'UTF8')), 'hex')
FROM gazetteer_version RETURNING id;

-- name: latest
-- The newest version and since when.
SELECT id, checksum, wire_time(at) AS at FROM gazetteer_version ORDER BY id DESC LIMIT 1;

-- name: counts
-- Places in force by kind, and other names by state.
SELECT 'place' AS what, kind AS sort, count(*) AS count FROM place WHERE valid_until IS NULL GROUP BY kind
UNION ALL SELECT 'alias', state, count(*) FROM alias GROUP BY state ORDER BY 1, 2;

-- name: somebody
-- Whose an account is, with the roles in force.
SELECT p.id AS person, p.name, m.role, m.unit
FROM account a JOIN person p ON p.id = a.person
LEFT JOIN membership m ON m.person = p.id AND m.valid @> now()
WHERE a.username = $1 AND p.active AND NOT a.disabled;
