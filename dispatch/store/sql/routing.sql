-- name: versions
-- Versions of the routing rules, the newest first, with who made and activated them and how many tickets each routed.
SELECT s.version, s.note, s.revision, s.based_on, s.starts_at, s.held_back, s.created_at, s.activated_at, s.retired_at,
    s.tried_revision, s.tried IS NOT NULL AS tried, c.name AS created_by, a.name AS activated_by,
    CASE WHEN s.active THEN 'active' WHEN s.discarded_at IS NOT NULL THEN 'discarded'
        WHEN s.retired_at IS NOT NULL THEN 'retired' WHEN s.starts_at IS NOT NULL THEN 'scheduled'
        WHEN s.activated_at IS NOT NULL THEN 'retired' ELSE 'draft' END AS state,
    coalesce(jsonb_array_length(s.proposed), (SELECT count(*) FROM routing_rule r WHERE r.version = s.version)) AS rules
FROM rule_set s LEFT JOIN person c ON c.id = s.created_by LEFT JOIN person a ON a.id = s.activated_by
WHERE ($1::int IS NULL OR s.version = $1) AND s.discarded_at IS NULL ORDER BY s.version DESC LIMIT 100;

-- name: lock
-- One version, which nobody else changes before the transaction ends.
SELECT version, active, revision, proposed, tried_revision, starts_at, activated_at, retired_at, discarded_at, note
FROM rule_set WHERE version = $1 FOR UPDATE;

-- name: proposed
-- The rules of a draft as they were saved, and what it was tried on.
SELECT proposed, tried, tried_revision, revision FROM rule_set WHERE version = $1;

-- name: rules
-- The rules of a version that is or was in force, in order.
SELECT r.version, r.ordinal, r.name, r.types, r.categories, r.place_needs, r.cell_kinds, r.target_kind,
    r.target_unit, r.reason, r.urgencies, r.towns, r.sources, r.channels, r.police_lists, r.power, r.time_from,
    r.time_until, r.days, r.valid_from, r.valid_until, r.enabled
FROM routing_rule r WHERE r.version = $1 ORDER BY r.ordinal;

-- name: one_at_a_time
-- Two changes of the rules in force come one after the other.
SELECT pg_advisory_xact_lock(hashtext('rule_set'));

-- name: in_force
-- The version in force; none in a new installation.
SELECT version FROM rule_set WHERE active;

-- name: insert_draft
-- A new draft; its number is the next one.
INSERT INTO rule_set (version, note, active, proposed, based_on, created_by)
SELECT coalesce(max(version), 0) + 1, $1, false, $2, $3, $4 FROM rule_set RETURNING version;

-- name: save_draft
-- The rules of a draft as they are now; what it was tried on holds no more.
UPDATE rule_set SET proposed = $2, note = $3, revision = revision + 1, held_back = NULL WHERE version = $1
RETURNING revision;

-- name: discard
-- A draft is given up; it stays on record.
UPDATE rule_set SET discarded_at = now(), starts_at = NULL WHERE version = $1;

-- name: keep_tried
-- What a draft came to on past tickets, as it was at a revision.
UPDATE rule_set SET tried = $2, tried_revision = $3 WHERE version = $1 AND revision = $3;

-- name: schedule
-- A draft comes in force at a time; null: it waits no more.
UPDATE rule_set SET starts_at = $2, activated_by = $3, held_back = NULL WHERE version = $1;

-- name: hold_back
-- A draft that was to come in force did not, and why.
UPDATE rule_set SET starts_at = NULL, held_back = $2
WHERE version = $1 AND starts_at <= now() AND NOT active AND activated_at IS NULL AND discarded_at IS NULL;

-- name: due
-- Drafts whose time has come, with who wanted it.
SELECT version, activated_by FROM rule_set
WHERE starts_at <= now() AND NOT active AND activated_at IS NULL AND discarded_at IS NULL ORDER BY starts_at;

-- name: is_due
-- Whether a draft, locked already, is still to come in force now.
SELECT starts_at <= now() AND NOT active AND activated_at IS NULL AND discarded_at IS NULL FROM rule_set WHERE version = $1;

-- name: insert_rules
-- The rules of a version that comes in force, from a JSON array.
INSERT INTO routing_rule SELECT (jsonb_populate_record(NULL::routing_rule, r || jsonb_build_object('version', $1::int))).*
FROM jsonb_array_elements($2::jsonb) r;

-- name: patience
-- How long the change waits for those who decide by the rules in force, before it gives way to them.
SET LOCAL lock_timeout = '1s';

-- name: stand_still
-- From here to the commit nobody decides by a version of the rules; see `publishing.sql`.
LOCK TABLE rule_set IN EXCLUSIVE MODE;

-- name: retire
-- The version in force so far.
UPDATE rule_set SET active = false, activated_at = coalesce(activated_at, created_at), retired_at = now() WHERE active;

-- name: activate
-- The version in force from now on.
UPDATE rule_set SET active = true, activated_at = now(), activated_by = coalesce($2, activated_by), starts_at = NULL,
    proposed = NULL
WHERE version = $1;

-- name: grounds_changed
-- The tables beside the rules have changed: whoever decides by the former ones begins again.
UPDATE rule_set SET revision = revision + 1 WHERE active;

-- name: past
-- The last tickets with all that rules look at.
SELECT t.id, t.number, t.type, t.urgency, t.category, t.source, t.channel, t.received_at, t.town, t.village, t.police_grid,
    t.cell, t.place_need, t.placement
FROM ticket t ORDER BY t.received_at DESC, t.id DESC LIMIT $1;

-- name: sources
-- The hotlines that may push.
SELECT id, name FROM source ORDER BY id;

-- name: categories
-- Every category that is not over, those to come too: what may be named.
SELECT code, path, place_need FROM category
WHERE valid_until IS NULL OR valid_until > (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY code;

-- name: channels
-- The channels that tickets came through lately.
SELECT DISTINCT channel FROM (SELECT channel FROM ticket ORDER BY received_at DESC LIMIT 5000) lately ORDER BY channel;

-- name: towns
-- Every town.
SELECT code, name FROM town ORDER BY code;

-- name: powers
-- Powers of towns as people see them; those of one town, or all.
SELECT p.id, p.power, p.categories, p.town, t.name AS town_name, p.bureau, u.name AS bureau_name, p.valid_from,
    p.valid_until, p.note
FROM enforcement_power p JOIN town t ON t.code = p.town JOIN unit u ON u.id = p.bureau ORDER BY p.bureau, p.power, p.town;

-- name: power
-- One power, locked.
SELECT id, power, categories, town, bureau, valid_from, valid_until, note FROM enforcement_power WHERE id = $1 FOR UPDATE;

-- name: add_power
-- A town has a power from a day on.
INSERT INTO enforcement_power (power, categories, town, bureau, valid_from, valid_until, note)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id;

-- name: change_power
-- A power is put right, or taken back.
UPDATE enforcement_power SET power = $2, categories = $3, town = $4, bureau = $5, valid_from = $6, valid_until = $7,
    note = $8
WHERE id = $1;

-- name: matters
-- The matters of the two lists as people see them.
SELECT id, list, matter, category, valid_from, valid_until, note FROM police_list ORDER BY list DESC, id;

-- name: matter
-- One matter, locked.
SELECT id, list, matter, category, valid_from, valid_until, note FROM police_list WHERE id = $1 FOR UPDATE;

-- name: add_matter
-- A matter is published on a list.
INSERT INTO police_list (list, matter, category, valid_from, valid_until, note)
VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- name: change_matter
-- A matter is put right, or struck off.
UPDATE police_list SET list = $2, matter = $3, category = $4, valid_from = $5, valid_until = $6, note = $7 WHERE id = $1;

-- name: note_change
-- What was changed, by whom and why.
INSERT INTO owning_change (person, subject, what, before, after, reason) VALUES ($1, $2, $3, $4, $5, $6);

-- name: changes
-- The changes of a subject, or of all whose names begin so, the newest first.
SELECT c.id, c.at, p.name AS person, c.subject, c.what, c.before, c.after, c.reason
FROM owning_change c LEFT JOIN person p ON p.id = c.person
WHERE c.subject LIKE $1 ORDER BY c.id DESC LIMIT $2;
