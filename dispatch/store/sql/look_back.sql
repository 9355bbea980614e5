-- name: add_period
-- A period with its commitment; the seed is kept under seal until its sample is drawn.
INSERT INTO look_back_period (name, since, until, method, share, least, commitment, key, sealed, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id;

-- name: periods
-- All periods, the newest first, with what came of their samples.
SELECT jsonb_build_object('id', p.id, 'name', p.name, 'since', wire_time(p.since), 'until', wire_time(p.until),
    'method', p.method, 'share', p.share, 'least', p.least, 'commitment', p.commitment, 'seed', p.seed,
    'created_at', wire_time(p.created_at), 'created_by', n.name, 'drawn_at', wire_time(p.drawn_at),
    'is_over', p.until <= now() - interval '1 minute', 'counts', p.counts,
    'open', (SELECT count(*) FROM look_back b WHERE b.period = p.id AND b.done_at IS NULL),
    'passed', (SELECT count(*) FROM look_back b WHERE b.period = p.id AND b.result = 'passed'),
    'failed', (SELECT count(*) FROM look_back b WHERE b.period = p.id AND b.result = 'failed'))
FROM look_back_period p LEFT JOIN person n ON n.id = p.created_by ORDER BY p.since DESC, p.id DESC LIMIT 100;

-- name: lock_period
-- One period, locked until the transaction ends.
SELECT id, name, since, until, method, share, least, commitment, key, sealed, seed, drawn_at,
    until <= now() - interval '1 minute' AS is_over
FROM look_back_period WHERE id = $1 FOR UPDATE;

-- name: overlapping
-- Whether another period shares time with one to be.
SELECT EXISTS (SELECT FROM look_back_period WHERE since < $2 AND until > $1);

-- name: population
-- The tickets whose first reply in a period went out then, as the journal tells, with town and category.
SELECT DISTINCT ON (t.id) t.id, t.number, w.name AS town, k.path
FROM journal j JOIN ticket t ON t.id = j.ticket
LEFT JOIN town w ON w.code = t.town LEFT JOIN category k ON k.code = t.category
WHERE j.state_to = 'replied' AND j.state_from <> 'replied' AND j.at >= $1 AND j.at < $2
ORDER BY t.id;

-- name: keep_population
-- What the sample was drawn from.
INSERT INTO look_back_population (period, ticket, number, stratum)
SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[]);

-- name: kept_population
-- What a period's sample was drawn from.
SELECT ticket, number, stratum FROM look_back_population WHERE period = $1 ORDER BY ticket;

-- name: replied_in
-- Those of a population whose reply went out in the period after all, as the journal tells.
SELECT DISTINCT j.ticket FROM journal j
WHERE j.state_to = 'replied' AND j.state_from <> 'replied' AND j.at >= $1 AND j.at < $2
ORDER BY j.ticket;

-- name: keep_sample
-- The tickets that were drawn.
INSERT INTO look_back (ticket, kind, period, stratum, due_at)
SELECT t, 'sampled', $1, s, $4 FROM unnest($2::bigint[], $3::text[]) AS d(t, s);

-- name: kept_sample
-- The tickets that were drawn in a period.
SELECT ticket, stratum FROM look_back WHERE period = $1 AND kind = 'sampled' ORDER BY ticket;

-- name: drawn
-- The sample is drawn: from now on the seed is known to everybody.
UPDATE look_back_period SET seed = $2, counts = $3, drawn_at = now(), drawn_by = $4 WHERE id = $1;

-- name: keep_stages
-- Stages whose next date has come get a look-back, once for each date.
INSERT INTO look_back (ticket, kind, due_at)
SELECT t.id, 'stage', t.next_step_at FROM ticket t
WHERE t.next_step_at <= now() AND t.state IN ('replied', 'closed') AND NOT EXISTS (
    SELECT FROM look_back b WHERE b.ticket = t.id AND b.kind = 'stage' AND b.due_at = t.next_step_at)
ORDER BY t.next_step_at LIMIT $1
ON CONFLICT DO NOTHING RETURNING id;

-- name: tasks
-- What is to be looked at again, or was: of tickets that the reader sees.
SELECT jsonb_build_object('id', b.id, 'ticket', b.ticket, 'number', t.number, 'title', t.title, 'state', t.state,
    'town', w.name, 'unit_name', u.name, 'kind', b.kind, 'period', b.period, 'stratum', b.stratum,
    'due_at', wire_time(b.due_at), 'result', b.result, 'reason', b.reason, 'done_at', wire_time(b.done_at),
    'done_by', n.name, 'how_closed', t.how_closed, 'reply', t.reply)
FROM look_back b JOIN ticket t ON t.id = b.ticket
LEFT JOIN town w ON w.code = t.town LEFT JOIN unit u ON u.id = t.lead_unit LEFT JOIN person n ON n.id = b.done_by
WHERE (b.done_at IS NULL) = $1 AND ($2::int IS NULL OR b.period = $2)
ORDER BY b.done_at DESC, b.due_at, b.id LIMIT $3;

-- name: lock_task
-- One look-back, locked until the transaction ends.
SELECT id, ticket, kind, done_at FROM look_back WHERE id = $1 FOR UPDATE;

-- name: judged
-- What was found.
UPDATE look_back SET result = $2, reason = $3, done_at = $4, done_by = $5 WHERE id = $1;

-- name: plan
-- A period as anybody may verify it.
SELECT id, name, since, until, method, share, least, commitment, seed FROM look_back_period WHERE id = $1;
