-- name: people
-- People by a part of their name, phone, post or username ($1), or of a unit ($2), with posts of now and to come. First those
-- who hold a post where its role does not belong ($4: each role's kinds of units), whose rights last until it is ended.
SELECT jsonb_build_object(
    'id', p.id, 'name', p.name, 'phone', p.phone, 'post', p.post, 'active', p.active, 'username', a.username,
    'disabled', coalesce(a.disabled, false), 'must_change', coalesce(a.must_change, false),
    'posts', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'unit', m.unit, 'unit_name', u.name,
        'since', wire_time(lower(m.valid)), 'until', wire_time(upper(m.valid))) ORDER BY m.unit, m.role), '[]')
        FROM membership m JOIN unit u ON u.id = m.unit
        WHERE m.person = p.id AND (upper_inf(m.valid) OR upper(m.valid) > now())),
    'open', (SELECT count(DISTINCT s.ticket) FROM assignment s WHERE s.person = p.id AND s.closed_at IS NULL)
)
FROM person p LEFT JOIN account a ON a.person = p.id
WHERE ($1 = '' OR p.name LIKE '%' || $1 || '%' OR p.phone LIKE $1 || '%' OR p.post LIKE '%' || $1 || '%'
       OR a.username LIKE $1 || '%')
  AND ($2::int IS NULL OR EXISTS (SELECT FROM membership m WHERE m.person = p.id AND m.unit = $2 AND m.valid @> now()))
  AND ($3::int IS NULL OR p.id = $3)
ORDER BY EXISTS (
    SELECT FROM membership m JOIN unit u ON u.id = m.unit
    WHERE m.person = p.id AND (upper_inf(m.valid) OR upper(m.valid) > now())
        AND NOT coalesce(($4::jsonb->m.role) ? u.kind, false)
) DESC, p.id DESC LIMIT 100;

-- name: numbering
-- One new person at a time: numbers follow one another.
SELECT pg_advisory_xact_lock(1718016);

-- name: add_person
-- A new person.
INSERT INTO person (id, name, phone, post) SELECT coalesce(max(id), 0) + 1, $1, $2, $3 FROM person RETURNING id;

-- name: change_person
-- Name, phone and post of a person.
UPDATE person SET name = $2, phone = $3, post = $4 WHERE id = $1 RETURNING id;

-- name: username_taken
-- Whether a username is somebody's.
SELECT EXISTS (SELECT FROM account WHERE username = $1);

-- name: add_account
-- An account with a password that opens the door to choosing one's own, until an instant ($4, null: without an end).
INSERT INTO account (person, username, password_hash, must_change, one_time_until) VALUES ($1, $2, $3, true, $4);

-- name: one_time_end
-- When a one-time password made now ends: with the last of the days that are set, by the clock on the wall in China.
SELECT (date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai')
    + make_interval(days => 1 + coalesce((limits->>'one_time_days')::int, $1))) AT TIME ZONE 'Asia/Shanghai'
FROM telling_limit ORDER BY version DESC LIMIT 1;

-- name: account
-- The username of a person's account.
SELECT username, disabled FROM account WHERE person = $1;

-- name: reset_password
-- A one-time password in place of a forgotten one, until an instant; it opens the account again where it was shut.
UPDATE account SET password_hash = $2, must_change = true, one_time_until = $3, failures = 0, locked_until = NULL,
    disabled = false
WHERE person = $1 RETURNING person;

-- name: end_sessions
-- Whoever is signed in as a person is so no longer.
UPDATE session SET ended_at = now() WHERE person = $1 AND ended_at IS NULL;

-- name: disable
-- An account opens nothing, or opens again.
UPDATE account SET disabled = $2 WHERE person = $1 RETURNING person;

-- name: posts
-- The posts of a person, of now and to come.
SELECT role, unit FROM membership WHERE person = $1 AND (upper_inf(valid) OR upper(valid) > now()) ORDER BY unit, role;

-- name: add_post
-- A post from and until ($5, null: open).
INSERT INTO membership (person, role, unit, valid) VALUES ($1, $2, $3, tstzrange($4, $5));

-- name: end_post
-- A post ends at an instant; one that had not begun by then goes without having been.
UPDATE membership SET valid = tstzrange(least(lower(valid), $4 - interval '1 microsecond'), $4)
WHERE person = $1 AND role = $2 AND unit = $3 AND (upper_inf(valid) OR upper(valid) > $4)
RETURNING person;

-- name: note_end
-- Who left which post, when, and to whom their open work goes.
INSERT INTO post_end (person, unit, role, ends_at, successor, reason, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: open_work
-- Open tickets that name a person at a unit, by a part in them or as the lead who answered at the desk.
SELECT t.id, t.number, t.state, a.part
FROM assignment a JOIN ticket t ON t.id = a.ticket
WHERE a.person = $1 AND a.unit = $2 AND a.closed_at IS NULL
UNION
SELECT t.id, t.number, t.state, 'lead' FROM ticket t
WHERE t.lead_person = $1 AND t.lead_unit = $2
    AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
ORDER BY id, part;

-- name: colleagues
-- Who else works for a unit now.
SELECT DISTINCT p.id, p.name, p.post FROM membership m JOIN person p ON p.id = m.person AND p.active
WHERE m.unit = $1 AND m.valid @> now() AND p.id <> $2 AND m.role NOT IN ('system_admin', 'security_admin', 'audit_admin')
ORDER BY p.id;

-- name: left_behind
-- Open tickets that name somebody without a post at the unit, by a part in them or as the lead who answered at the desk,
-- with who is to take over; the last said counts. Asked from the posts that have ended, of which there are few, not from
-- the assignments. Whoever stands in there has a post.
WITH ended AS (
    SELECT e.person, e.unit FROM (
        SELECT person, unit FROM membership WHERE upper(valid) <= now()
        UNION SELECT person, unit FROM stand_in WHERE ends_at <= now()
    ) e
    WHERE NOT EXISTS (SELECT FROM membership m WHERE m.person = e.person AND m.unit = e.unit AND m.valid @> now())
        AND NOT EXISTS (
            SELECT FROM stand_in s WHERE s.person = e.person AND s.unit = e.unit AND s.starts_at <= now() AND s.ends_at > now()
        )
), named AS (
    SELECT a.ticket, a.person, a.unit
    FROM ended e JOIN assignment a ON a.person = e.person AND a.unit = e.unit AND a.closed_at IS NULL
    JOIN ticket t ON t.id = a.ticket
    WHERE t.state NOT IN ('closed', 'merged', 'cancelled', 'rejected', 'handed_back')
    UNION
    SELECT t.id, t.lead_person, t.lead_unit FROM ended e JOIN ticket t ON t.lead_person = e.person AND t.lead_unit = e.unit
    WHERE t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
)
SELECT n.ticket, n.person, n.unit, (
    SELECT e.successor FROM post_end e WHERE e.person = n.person AND e.unit = n.unit ORDER BY e.id DESC LIMIT 1
) AS successor
FROM named n ORDER BY n.ticket LIMIT $1;

-- name: units
-- The units a post may be for.
SELECT id, name, kind FROM unit WHERE active ORDER BY id;

-- name: register
-- Everybody in office or with an account, with their posts of now and to come.
SELECT p.id, p.name, p.phone, p.post, a.username, coalesce(m.roles, '{}') AS roles, coalesce(m.units, '{}') AS units
FROM person p LEFT JOIN account a ON a.person = p.id
LEFT JOIN (SELECT person, array_agg(role ORDER BY unit, role) AS roles, array_agg(unit ORDER BY unit, role) AS units
    FROM membership WHERE upper_inf(valid) OR upper(valid) > now() GROUP BY person) m ON m.person = p.id
WHERE p.active AND (a.person IS NOT NULL OR m.person IS NOT NULL) ORDER BY m.units[1], p.id;

-- name: without_password
-- Accounts in use whose holder has not chosen a password of their own yet, with the post they have now: of a unit ($1),
-- or of some persons ($2).
SELECT jsonb_build_object('id', p.id, 'name', p.name, 'post', p.post, 'username', a.username, 'unit', u.id,
    'unit_name', u.name, 'role', m.role)
FROM account a JOIN person p ON p.id = a.person AND p.active
JOIN LATERAL (SELECT unit, role FROM membership WHERE person = p.id AND valid @> now()
    ORDER BY unit = $1 DESC NULLS LAST, unit, role LIMIT 1) m ON true
JOIN unit u ON u.id = m.unit
WHERE a.must_change AND NOT a.disabled AND ($1::int IS NULL OR m.unit = $1) AND ($2::int[] IS NULL OR p.id = ANY ($2))
ORDER BY u.id, p.name, p.id;
