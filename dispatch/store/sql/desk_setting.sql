-- name: setting
-- What is in force.
SELECT version, danger_words, chase_minutes FROM desk_setting WHERE active;

-- name: setting_locked
-- What is in force, locked: two changes come one after the other.
SELECT version, danger_words, chase_minutes FROM desk_setting WHERE active FOR UPDATE;

-- name: retire
-- What is in force is so no longer.
UPDATE desk_setting SET active = false WHERE active;

-- name: add
-- The next version, in force.
INSERT INTO desk_setting (version, danger_words, chase_minutes, note, active, created_by)
SELECT max(version) + 1, $1, $2, $3, true, $4 FROM desk_setting RETURNING version;

-- name: in_force
-- What is in force, with who saved it when and why.
SELECT jsonb_build_object('version', s.version, 'danger_words', s.danger_words, 'chase_minutes', s.chase_minutes,
    'note', s.note, 'created_at', wire_time(s.created_at), 'created_by', p.name)
FROM desk_setting s LEFT JOIN person p ON p.id = s.created_by WHERE s.active;

-- name: past
-- What the last tickets say.
SELECT id, number, title, content FROM ticket ORDER BY received_at DESC, id DESC LIMIT $1;
