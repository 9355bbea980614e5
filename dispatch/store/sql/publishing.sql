-- name: open_tickets
-- Every open ticket as a preview reads it: where it is and who has it.
SELECT id, number, state, placement, lon, lat, cell, village, town, police_grid, stream, unit, boundary_version
FROM ticket WHERE state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
ORDER BY id;

-- name: duties
-- Who looks after which cell today.
SELECT d.cell, d.person, p.name FROM cell_duty d JOIN person p ON p.id = d.person
WHERE d.valid @> now() AND p.active ORDER BY d.person, d.cell;

-- name: links
-- The police grid of each cell in force.
SELECT cell, police_grid FROM cell_police_grid WHERE valid @> now();

-- name: named_units
-- Active units with what they belong to.
SELECT id, kind, name, town, village, police_grid FROM unit WHERE active ORDER BY id;

-- name: keep_preview
-- What publishing would move, in place of what was seen before.
INSERT INTO boundary_preview (boundary_version, revision, against, told) VALUES ($1, $2, $3, $4)
ON CONFLICT (boundary_version) DO UPDATE
SET revision = excluded.revision, against = excluded.against, told = excluded.told, at = now();

-- name: preview
-- What was last seen.
SELECT told || jsonb_build_object('revision', revision, 'against', against, 'at', wire_time(at))
FROM boundary_preview WHERE boundary_version = $1;

-- name: in_force
-- The version in force and its revision.
SELECT id, revision FROM boundary_version WHERE state = 'published';

-- name: former
-- The set that was in force before the one that is.
SELECT id FROM boundary_version WHERE state = 'retired' ORDER BY retired_at DESC, id DESC LIMIT 1;

-- name: schedule
-- A draft waits for its time.
UPDATE boundary_version SET state = 'scheduled', publish_at = $2, published_by = $3, held_back = NULL WHERE id = $1;

-- name: unschedule
-- Back to draft; $2 says why, where it was not a person's wish.
UPDATE boundary_version SET state = 'draft', publish_at = NULL, held_back = $2 WHERE id = $1 AND state = 'scheduled'
RETURNING id;

-- name: due
-- Versions whose time has come, with who wanted it.
SELECT id, published_by FROM boundary_version WHERE state = 'scheduled' AND publish_at <= now() ORDER BY publish_at;

-- name: rebase
-- The draft was looked over against the version in force.
UPDATE boundary_version SET based_on = $2 WHERE id = $1;

-- name: upsert_towns
-- The register of towns knows those of the version by their names of now.
INSERT INTO town (code, name) SELECT town, name FROM town_area WHERE boundary_version = $1
ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE town.name <> excluded.name;

-- name: upsert_villages
-- The register of villages knows those of the version by their names and towns of now.
INSERT INTO village (code, town, name) SELECT village, town, name FROM village_area WHERE boundary_version = $1
ON CONFLICT (code) DO UPDATE SET name = excluded.name, town = excluded.town
WHERE (village.name, village.town) IS DISTINCT FROM (excluded.name, excluded.town);

-- name: close_links
-- Links that the version does not bring end at the instant.
UPDATE cell_police_grid l SET valid = tstzrange(lower(l.valid), $2)
WHERE l.valid @> $2::timestamptz AND NOT EXISTS (
    SELECT FROM cell c WHERE c.boundary_version = $1 AND c.code = l.cell AND c.police_grid = l.police_grid
);

-- name: open_links
-- Links that it brings and that are not there begin at the instant.
INSERT INTO cell_police_grid (cell, police_grid, valid)
SELECT c.code, c.police_grid, tstzrange($2, NULL) FROM cell c
WHERE c.boundary_version = $1 AND c.police_grid IS NOT NULL AND NOT EXISTS (
    SELECT FROM cell_police_grid l WHERE l.cell = c.code AND l.valid @> $2::timestamptz
);

-- name: instant
-- The instant of the change.
SELECT clock_timestamp();

-- name: patience
-- How long the change waits for those who decide by the version in force, before it gives way to them.
SET LOCAL lock_timeout = '1s';

-- name: one_at_a_time
-- Two changes of the version in force come one after the other.
SELECT pg_advisory_xact_lock(hashtext('boundary_version'));

-- name: stand_still
-- From here to the commit nobody decides by a boundary version. Whoever does already comes first, whoever comes later
-- waits: row locks alone would let a stream of deciders pass by for ever.
LOCK TABLE boundary_version IN EXCLUSIVE MODE;

-- name: retire
-- The version in force so far.
UPDATE boundary_version SET state = 'retired', retired_at = $1 WHERE state = 'published';

-- name: publish
-- The version in force from now on.
UPDATE boundary_version SET state = 'published', published_at = $2, published_by = $3, publish_at = NULL, held_back = NULL
WHERE id = $1;

-- name: overtake
-- Moving tickets to a version that is not in force any more ends at the instant; what is left moves to version $1.
UPDATE rezoning SET finished_at = $2, overtaken_by = $1 WHERE boundary_version <> $1 AND finished_at IS NULL;

-- name: begin_rezoning
-- Open tickets of other versions are to be moved.
INSERT INTO rezoning (boundary_version, total, started_at)
SELECT $1, count(*), $2 FROM ticket
WHERE state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back') AND boundary_version <> $1
RETURNING total;

-- name: insert_crosswalk
-- Ground that areas of two versions share, column by column.
INSERT INTO crosswalk (from_version, to_version, level, ordinal, from_code, to_code, area_m2, share, back_share)
SELECT $1, $2, $3, r.* FROM unnest($4::int[], $5::text[], $6::text[], $7::float8[], $8::float8[], $9::float8[])
    AS r(ordinal, from_code, to_code, area_m2, share, back_share)
ON CONFLICT DO NOTHING;

-- name: crosswalk
-- Ground that areas of two versions share.
SELECT from_code, to_code, area_m2, share, back_share FROM crosswalk
WHERE from_version = $1 AND to_version = $2 AND level = $3 ORDER BY ordinal;
