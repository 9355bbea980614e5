-- name: attempt
-- Counts one try before the password is looked at ($2 tries, then $3 seconds of rest), so that parallel guesses
-- cannot outrun the count; nothing comes back while the account rests, is disabled or unknown.
UPDATE account
SET failures = CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END,
    locked_until = CASE WHEN locked_until IS NULL AND failures + 1 >= $2 THEN now() + make_interval(secs => $3) END
FROM person
WHERE username = $1 AND person.id = account.person AND person.active AND NOT disabled
  AND (locked_until IS NULL OR locked_until <= now())
RETURNING account.person, password_hash, locked_until IS NOT NULL AS last_try,
    coalesce(must_change AND one_time_until <= now(), false) AS is_over;

-- name: rest
-- How many seconds an account still rests after too many failures; null when it does not.
SELECT ceil(extract(epoch FROM locked_until - now()))::int FROM account WHERE username = $1 AND locked_until > now();

-- name: forgive
-- A right password wipes out the failures before it.
UPDATE account SET failures = 0, locked_until = NULL WHERE person = $1;

-- name: keep_hash
-- A password hashed with newer parameters takes the old hash's place.
UPDATE account SET password_hash = $2 WHERE person = $1;

-- name: begin_session
-- A session that ends by itself $3 seconds from now.
INSERT INTO session (digest, person, created_at, seen_at, expires_at)
VALUES ($1, $2, now(), now(), now() + make_interval(secs => $3));

-- name: begin_bound_session
-- A session of a one-use link: it reaches one ticket, until the link's end.
INSERT INTO session (digest, person, created_at, seen_at, expires_at, ticket)
VALUES ($1, $2, now(), now(), $4, $3);

-- name: change_password
-- A password of one's own choice; the door it opened before opens fully now.
UPDATE account SET password_hash = $2, must_change = false, one_time_until = NULL WHERE person = $1;

-- name: end_other_sessions
-- Whoever else holds a session of this person loses it, but for the one at hand.
UPDATE session SET ended_at = now() WHERE person = $1 AND digest <> $2 AND ended_at IS NULL;

-- name: sessions
-- The sessions of tokens' digests, each with its person and roles in force, while account and person are active;
-- locked by hand or after $2 idle seconds; stale when its last sign of life is worth renewing. One of a link needs no
-- account and never locks: it reaches its ticket alone.
SELECT s.digest, s.person, p.name, p.post, coalesce(a.username, '') AS username, s.ticket,
       coalesce(a.must_change, false) AND s.ticket IS NULL AS must_change,
       s.ticket IS NULL AND (s.locked_at IS NOT NULL OR s.seen_at <= now() - make_interval(secs => $2)) AS locked,
       s.seen_at <= now() - interval '15 seconds' AS stale,
       memberships_of(s.person) AS memberships
FROM session s
JOIN person p ON p.id = s.person
LEFT JOIN account a ON a.person = s.person
WHERE s.digest = ANY($1::bytea[]) AND s.ended_at IS NULL AND s.expires_at > now() AND p.active
  AND NOT coalesce(a.disabled, s.ticket IS NULL);

-- name: touch
-- A sign of life of the person at the screen; never revives a session that is idle for $2 seconds.
UPDATE session SET seen_at = now()
WHERE digest = $1 AND locked_at IS NULL AND seen_at > now() - make_interval(secs => $2);

-- name: lock
-- The screen is locked until the password is given again.
UPDATE session SET locked_at = coalesce(locked_at, now()) WHERE digest = $1;

-- name: unlock
-- The password was right: the screen opens.
UPDATE session SET locked_at = NULL, seen_at = now() WHERE digest = $1;

-- name: end_session
-- The session is over.
UPDATE session SET ended_at = coalesce(ended_at, now()) WHERE digest = $1;

-- name: drop_socket_tickets
-- Socket tickets of a session that is over are worth nothing.
DELETE FROM socket_ticket WHERE session = $1;
