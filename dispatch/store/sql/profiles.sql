-- name: profiles
-- The profiles, whose each is, and the number of the version in force.
SELECT p.name, p.version, p.mapping,
    ARRAY(SELECT s.id FROM source s WHERE s.profile = p.name ORDER BY s.id) AS sources
FROM intake_profile p ORDER BY p.name;

-- name: sources_of
-- Whose profile it is.
SELECT id FROM source WHERE profile = $1 ORDER BY id;

-- name: keep_in_force
-- The version in force has a row among the versions, also where it was there before versions were kept; since when, nobody
-- knows then.
INSERT INTO profile_version (profile, version, note, mapping)
SELECT name, version, '开通时', mapping FROM intake_profile WHERE name = $1
ON CONFLICT (profile, version) DO NOTHING;

-- name: versions
-- The versions of a profile, the newest first; the one in force also where it has no row of its own.
SELECT v.version, v.note, v.mapping, v.revision, v.based_on, v.tried, v.tried_revision, v.created_at, c.name AS created_by,
    v.activated_at, a.name AS activated_by, v.retired_at,
    CASE WHEN v.discarded_at IS NOT NULL THEN 'discarded' WHEN v.version = p.version THEN 'active'
        WHEN v.activated_at IS NOT NULL OR v.retired_at IS NOT NULL THEN 'retired' ELSE 'draft' END AS state
FROM intake_profile p JOIN profile_version v ON v.profile = p.name
LEFT JOIN person c ON c.id = v.created_by LEFT JOIN person a ON a.id = v.activated_by
WHERE p.name = $1 AND v.discarded_at IS NULL
UNION ALL
SELECT p.version, '开通时', p.mapping, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'active' FROM intake_profile p
WHERE p.name = $1 AND NOT EXISTS (SELECT FROM profile_version v WHERE v.profile = p.name AND v.version = p.version)
ORDER BY version DESC LIMIT 100;

-- name: in_force
-- The profile in force, which nobody else changes before the transaction ends.
SELECT version, mapping FROM intake_profile WHERE name = $1 FOR UPDATE;

-- name: lock
-- One version, which nobody else changes before the transaction ends, and whether it is or was in force.
SELECT v.version, v.revision, v.mapping, v.tried, v.tried_revision, v.discarded_at, v.note,
    v.activated_at IS NOT NULL OR v.retired_at IS NOT NULL OR v.version = p.version AS used
FROM profile_version v JOIN intake_profile p ON p.name = v.profile
WHERE v.profile = $1 AND v.version = $2 FOR UPDATE OF v;

-- name: insert_draft
-- A new draft; its number is the next one.
INSERT INTO profile_version (profile, version, note, mapping, based_on, created_by)
SELECT $1, max(version) + 1, $2, $3, $4, $5 FROM profile_version WHERE profile = $1 RETURNING version;

-- name: save_draft
-- The mapping of a draft as it is now; what it was tried on holds no more.
UPDATE profile_version SET mapping = $3, note = $4, revision = revision + 1 WHERE profile = $1 AND version = $2
RETURNING revision;

-- name: discard
-- A draft is given up; it stays on record.
UPDATE profile_version SET discarded_at = now() WHERE profile = $1 AND version = $2;

-- name: keep_tried
-- What a draft came to on past messages, as it was at a revision.
UPDATE profile_version SET tried = $3, tried_revision = $4 WHERE profile = $1 AND version = $2 AND revision = $4;

-- name: retire
-- The version in force so far.
UPDATE profile_version SET retired_at = now() WHERE profile = $1 AND version = $2;

-- name: activate
-- The version in force from now on.
UPDATE profile_version SET activated_at = now(), activated_by = $3 WHERE profile = $1 AND version = $2;

-- name: put_in_force
-- What every process reads pushes through from now on.
UPDATE intake_profile SET version = $2, mapping = $3 WHERE name = $1;

-- name: add
-- A new profile.
INSERT INTO intake_profile (name, version, mapping) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING RETURNING name;

-- name: add_first
-- The first version of a new profile, in force at once: nothing was pushed yet.
INSERT INTO profile_version (profile, version, note, mapping, created_by, activated_at, activated_by)
VALUES ($1, 1, $2, $3, $4, now(), $4);

-- name: keep_pushed
-- What was pushed and is kept nowhere else, sealed.
INSERT INTO pushed_item (source, webhook_id, place, key, sealed, received_at)
SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::bytea[], $6::timestamptz[]);

-- name: pushed_besides
-- The last messages of sources that made no ticket, the newest first.
SELECT source, webhook_id, place, key, sealed, received_at FROM pushed_item WHERE source = ANY($1::text[])
ORDER BY id DESC LIMIT $2;

-- name: pushed_orders
-- The last new orders of sources as they were pushed, the newest first; looked for among the last 20,000 tickets.
SELECT t.id, t.source, t.received_at, c.key, c.sealed
FROM (SELECT id, source, order_no, received_at FROM ticket ORDER BY id DESC LIMIT 20000) t JOIN caller c ON c.ticket = t.id
WHERE t.source = ANY($1::text[]) AND t.order_no IS NOT NULL ORDER BY t.id DESC LIMIT $2;
