-- name: rules
-- Everything in force about evidence, signatures, grounds and replies, as one object; words, which are many, apart.
SELECT jsonb_build_object(
    'evidence', (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.ordinal, r.id), '[]') FROM (
        SELECT id, ordinal, category, category_asks, how_closed, kinds, least, within_m, within_hours, reason
        FROM evidence_rule WHERE ended_at IS NULL) r),
    'signoff', (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.ordinal, r.id), '[]') FROM (
        SELECT id, ordinal, category, category_asks, types, urgencies, how_closed, least_rework, unhappy, confidential,
            signer, reason
        FROM signoff_rule WHERE ended_at IS NULL) r),
    'grounds', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name) ORDER BY g.ordinal, g.id),
        '[]') FROM upward_ground g WHERE g.kind = 'close_as' AND g.until IS NULL),
    'setting', (SELECT to_jsonb(s) - 'note' - 'created_at' - 'created_by' FROM reply_setting s
        ORDER BY s.version DESC LIMIT 1)
);

-- name: words
-- The sensitive words in force.
SELECT word, instead, reason FROM sensitive_word WHERE ended_at IS NULL ORDER BY id;

-- name: facts
-- A ticket's words, its reply as it stands, its pictures with their distance from its point in metres, and how many
-- recordings it has.
SELECT t.title || ',' || t.content AS asked, t.reply, t.how_closed, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'received_at', e.received_at, 'taken_at', e.taken_at,
        'metres', ST_DistanceSphere(ST_MakePoint(e.lon, e.lat), ST_MakePoint(t.lon, t.lat)),
        'has_place', e.lon IS NOT NULL, 'from_gallery', e.from_gallery) ORDER BY e.received_at, e.id), '[]')
    FROM evidence e WHERE e.ticket = t.id AND e.kind IS DISTINCT FROM 'voice') AS pieces,
    (SELECT count(*) FROM evidence e WHERE e.ticket = t.id AND e.kind = 'voice') AS voices
FROM ticket t WHERE t.id = $1;

-- name: earlier
-- The last replies that a unit's tickets got, the newest first.
SELECT number, reply FROM ticket
WHERE lead_unit = $1 AND reply IS NOT NULL AND id <> $2 ORDER BY (- id) LIMIT $3;

-- name: texts
-- The standard texts for a category and a unit's town: those of the category before general ones.
SELECT s.id, s.title, s.words FROM standard_text s
WHERE s.ended_at IS NULL AND (s.unit IS NULL OR s.unit = ANY ($2::int[]))
    AND (s.category IS NULL OR $1 = s.category OR starts_with($1, s.category || '/'))
ORDER BY s.category IS NULL, s.unit IS NULL, s.ordinal, s.id LIMIT $3;

-- name: make_promise
-- The caller is to be called again.
INSERT INTO promise (ticket, version, unit, person, made_at, due_at, words) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: keep_promises
-- What callers of a ticket were promised is done with: all of it where $3, else what was due by now.
UPDATE promise SET kept_at = $2 WHERE ticket = $1 AND kept_at IS NULL AND ($3 OR due_at <= $2);

-- name: promises
-- What callers were promised in tickets the reader sees, the nearest first.
SELECT jsonb_build_object('ticket', p.ticket, 'number', t.number, 'title', t.title, 'state', t.state, 'unit', p.unit,
    'unit_name', u.name, 'person_name', n.name, 'made_at', wire_time(p.made_at), 'due_at', wire_time(p.due_at),
    'words', p.words)
FROM promise p JOIN ticket t ON t.id = p.ticket
LEFT JOIN unit u ON u.id = p.unit LEFT JOIN person n ON n.id = p.person
WHERE p.kept_at IS NULL ORDER BY p.due_at NULLS LAST, p.made_at LIMIT $1;

-- name: warnings
-- Answered and reviewed tickets of the reader whose caller was not happy when the town called back (预警工单).
SELECT jsonb_build_object('ticket', t.id, 'number', t.number, 'title', t.title, 'state', t.state,
    'at', t.answer->'pre_callback'->>'at', 'text', t.answer->'pre_callback'->>'text')
FROM ticket t
WHERE t.stream = ANY ($1::int[]) AND t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
    AND t.state IN ('answered', 'reviewed')
    AND (t.answer->'pre_callback'->>'solved' = 'no' OR t.answer->'pre_callback'->>'satisfied' = 'dissatisfied')
ORDER BY t.state_since LIMIT $2;

-- name: open_promise
-- The promise of a ticket that is still to be kept, if any.
SELECT jsonb_build_object('made_at', wire_time(made_at), 'due_at', wire_time(due_at), 'words', words)
FROM promise WHERE ticket = $1 AND kept_at IS NULL ORDER BY version DESC LIMIT 1;

-- name: due_to_conclude
-- Replied tickets that nobody called back about for so many days, the longest waiting first; a stage waits for its date.
SELECT id FROM ticket
WHERE state = 'replied' AND state_since <= now() - make_interval(days => $1)
    AND (next_step_at IS NULL OR next_step_at <= now() - make_interval(days => $1))
ORDER BY state_since LIMIT $2;

-- name: lock_kind
-- One change of a kind of rule at a time.
SELECT pg_advisory_xact_lock(hashtext('closing:' || $1));

-- name: end_evidence_rule
-- An evidence rule ends; what it was, or nothing where it had ended.
UPDATE evidence_rule SET ended_at = now(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id;

-- name: end_signoff_rule
-- A sign-off rule ends.
UPDATE signoff_rule SET ended_at = now(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id;

-- name: end_standard_text
-- A standard text ends.
UPDATE standard_text SET ended_at = now(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id;

-- name: end_sensitive_word
-- A sensitive word ends.
UPDATE sensitive_word SET ended_at = now(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id;

-- name: add_evidence_rule
-- A new evidence rule from a JSON object; $2 made it, in place of $3 where it follows another.
INSERT INTO evidence_rule (ordinal, category, category_asks, how_closed, kinds, least, within_m, within_hours, reason,
    created_by, former)
SELECT ordinal, category, category_asks, how_closed, kinds, least, within_m, within_hours, reason, $2, $3
FROM jsonb_populate_record(NULL::evidence_rule, $1) RETURNING id;

-- name: add_signoff_rule
-- A new sign-off rule from a JSON object.
INSERT INTO signoff_rule (ordinal, category, category_asks, types, urgencies, how_closed, least_rework, unhappy,
    confidential, signer, reason, created_by, former)
SELECT ordinal, category, category_asks, types, urgencies, how_closed, least_rework, unhappy, confidential, signer,
    reason, $2, $3
FROM jsonb_populate_record(NULL::signoff_rule, $1) RETURNING id;

-- name: add_standard_text
-- A new standard text from a JSON object.
INSERT INTO standard_text (ordinal, category, unit, title, words, created_by, former)
SELECT ordinal, category, unit, title, words, $2, $3 FROM jsonb_populate_record(NULL::standard_text, $1) RETURNING id;

-- name: add_sensitive_word
-- A new sensitive word from a JSON object.
INSERT INTO sensitive_word (word, instead, reason, created_by, former)
SELECT word, instead, reason, $2, $3 FROM jsonb_populate_record(NULL::sensitive_word, $1) RETURNING id;

-- name: add_sensitive_words
-- Many sensitive words from a JSON list of objects; a word that is in force already is left.
INSERT INTO sensitive_word (word, instead, reason, created_by)
SELECT word, instead, reason, $2 FROM jsonb_to_recordset($1) AS w (word text, instead text, reason text)
ON CONFLICT (word) WHERE ended_at IS NULL DO NOTHING RETURNING id;

-- name: add_setting
-- The next version of how replies are looked at, in force at once.
INSERT INTO reply_setting (version, note, shortest, alike, compared, conclude_days, promising, hollow, doing, created_by)
SELECT coalesce((SELECT max(version) FROM reply_setting), 0) + 1, note, shortest, alike, compared, conclude_days,
    promising, hollow, doing, $2
FROM jsonb_populate_record(NULL::reply_setting, $1) RETURNING version;

-- name: kept_evidence_rules
-- Evidence rules with who made and ended them: those in force first, in their order, then the last ended.
SELECT to_jsonb(r) - 'created_by' - 'ended_by' || jsonb_build_object('created_at', wire_time(r.created_at),
    'ended_at', wire_time(r.ended_at), 'created_by', c.name, 'ended_by', e.name)
FROM evidence_rule r LEFT JOIN person c ON c.id = r.created_by LEFT JOIN person e ON e.id = r.ended_by
ORDER BY r.ended_at IS NOT NULL, r.ended_at DESC, r.ordinal, r.id LIMIT 500;

-- name: kept_signoff_rules
-- Sign-off rules, likewise.
SELECT to_jsonb(r) - 'created_by' - 'ended_by' || jsonb_build_object('created_at', wire_time(r.created_at),
    'ended_at', wire_time(r.ended_at), 'created_by', c.name, 'ended_by', e.name)
FROM signoff_rule r LEFT JOIN person c ON c.id = r.created_by LEFT JOIN person e ON e.id = r.ended_by
ORDER BY r.ended_at IS NOT NULL, r.ended_at DESC, r.ordinal, r.id LIMIT 500;

-- name: kept_standard_texts
-- Standard texts, likewise.
SELECT to_jsonb(r) - 'created_by' - 'ended_by' || jsonb_build_object('created_at', wire_time(r.created_at),
    'ended_at', wire_time(r.ended_at), 'created_by', c.name, 'ended_by', e.name, 'unit_name', u.name)
FROM standard_text r LEFT JOIN person c ON c.id = r.created_by LEFT JOIN person e ON e.id = r.ended_by
LEFT JOIN unit u ON u.id = r.unit
ORDER BY r.ended_at IS NOT NULL, r.ended_at DESC, r.category NULLS LAST, r.ordinal, r.id LIMIT 500;

-- name: kept_sensitive_words
-- Sensitive words, likewise.
SELECT to_jsonb(r) - 'created_by' - 'ended_by' || jsonb_build_object('created_at', wire_time(r.created_at),
    'ended_at', wire_time(r.ended_at), 'created_by', c.name, 'ended_by', e.name)
FROM sensitive_word r LEFT JOIN person c ON c.id = r.created_by LEFT JOIN person e ON e.id = r.ended_by
ORDER BY r.ended_at IS NOT NULL, r.ended_at DESC, r.word, r.id LIMIT 20000;

-- name: kept_settings
-- Versions of how replies are looked at, the newest first.
SELECT to_jsonb(s) - 'created_by' || jsonb_build_object('created_at', wire_time(s.created_at), 'created_by', p.name)
FROM reply_setting s LEFT JOIN person p ON p.id = s.created_by ORDER BY s.version DESC LIMIT 50;

-- name: unit_exists
-- Whether there is such a unit, and it is active.
SELECT EXISTS (SELECT FROM unit WHERE id = $1 AND active);

-- name: category_exists
-- Whether some category that is not over has this path, or lies below it.
SELECT EXISTS (SELECT FROM category WHERE (path = $1 OR starts_with(path, $1 || '/'))
    AND (valid_until IS NULL OR valid_until > (now() AT TIME ZONE 'Asia/Shanghai')::date));

-- name: draft_facts
-- What a reply is drafted from and looked at by: the ticket's words, contacts, arrival, co-handlers' replies, pictures.
SELECT t.title, t.content, t.stream, t.unit, t.lead_unit, t.confidential, t.place_need, t.reply, t.how_closed, t.answer,
    t.next_step_at, t.state, t.type, t.urgency, t.rework, k.path, coalesce(k.evidence_required, false) AS evidence_asked,
    coalesce(k.signoff_required, false) AS signoff_asked,
    (SELECT coalesce(max(j.version), 0) FROM journal j
     WHERE j.ticket = t.id AND j.event IN ('ticket.redone', 'ticket.reopened')) AS begun,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('version', j.version, 'at', wire_time(coalesce(j.done_at, j.at)),
        'result', j.detail->>'result', 'text', j.detail->>'text', 'again_at', j.detail->>'again_at',
        'person_name', p.name, 'unit_name', u.name) ORDER BY j.version), '[]')
     FROM journal j LEFT JOIN person p ON p.id = j.actor_person LEFT JOIN unit u ON u.id = j.actor_unit
     WHERE j.ticket = t.id AND j.event = 'ticket.contacted') AS contacts,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('version', j.version, 'at', wire_time(coalesce(j.done_at, j.at)))
        ORDER BY j.version), '[]')
     FROM journal j WHERE j.ticket = t.id AND j.event = 'ticket.arrived') AS arrivals,
    (SELECT coalesce(jsonb_agg(jsonb_build_array(u.name, a.reply) ORDER BY a.id), '[]')
     FROM assignment a JOIN unit u ON u.id = a.unit
     WHERE a.ticket = t.id AND a.part = 'co' AND a.reply IS NOT NULL) AS co_replies
FROM ticket t LEFT JOIN category k ON k.code = t.category WHERE t.id = $1;
