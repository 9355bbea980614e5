-- name: keep_still
-- One change of the categories at a time; whoever comes second reads what the first one wrote.
SELECT pg_advisory_xact_lock(1718037);

-- name: all
-- Every category, those that are over too, in the order of their codes: that of the hotline's own list.
SELECT code, path, place_need, evidence_required, signoff_required, aliases, valid_from, valid_until
FROM category ORDER BY code;

-- name: namings
-- Which rules in force name which path, in words; of evidence and signatures also what fits whichever category asks for
-- it ($1: today). Powers and precedents, of which there are many alike, are counted.
SELECT 'routing' AS kind, r.ordinal || ' ' || r.name AS says, c.path, 1::bigint AS times, false AS asks
FROM routing_rule r JOIN rule_set s USING (version) CROSS JOIN unnest(r.categories) AS c (path)
WHERE s.active AND r.enabled AND (r.valid_until IS NULL OR r.valid_until > $1)
UNION ALL
SELECT 'power', p.power, c.path, count(*), false FROM enforcement_power p CROSS JOIN unnest(p.categories) AS c (path)
WHERE p.valid_until IS NULL OR p.valid_until > $1 GROUP BY p.power, c.path
UNION ALL
SELECT 'police', l.matter, l.category, 1, false FROM police_list l
WHERE l.category IS NOT NULL AND (l.valid_until IS NULL OR l.valid_until > $1)
UNION ALL
SELECT 'clock', r.clock || ' ' || r.limit_text, c.path, 1, false
FROM clock_rule r CROSS JOIN unnest(r.categories) AS c (path)
WHERE r.version = (SELECT t.rules_version FROM timetable t ORDER BY t.version DESC LIMIT 1)
    AND (r.valid_until IS NULL OR r.valid_until > $1)
UNION ALL
SELECT 'evidence', r.reason, r.category, 1, r.category_asks FROM evidence_rule r
WHERE r.ended_at IS NULL AND (r.category IS NOT NULL OR r.category_asks)
UNION ALL
SELECT 'signoff', r.reason, r.category, 1, r.category_asks FROM signoff_rule r
WHERE r.ended_at IS NULL AND (r.category IS NOT NULL OR r.category_asks)
UNION ALL
SELECT 'text', t.title, t.category, 1, false FROM standard_text t WHERE t.ended_at IS NULL AND t.category IS NOT NULL
UNION ALL
SELECT 'precedent', p.category, p.category, count(*), false FROM precedent p
WHERE p.valid_until IS NULL OR p.valid_until > now() GROUP BY p.category;

-- name: tickets
-- How many tickets of each category came since a moment.
SELECT category, count(*) AS tickets FROM ticket WHERE received_at >= $1 AND category IS NOT NULL GROUP BY category;

-- name: unknown
-- What hotlines called tickets since a moment that are of no category: how many, and when the last one came. Names that
-- no path can be ($2 signs) are left out.
SELECT category_given AS name, count(*) AS tickets, wire_time(max(received_at)) AS last_at FROM ticket
WHERE received_at >= $1 AND category IS NULL AND length(category_given) BETWEEN 1 AND $2
GROUP BY category_given ORDER BY count(*) DESC, category_given LIMIT 200;

-- name: add
-- A new category.
INSERT INTO category (code, path, place_need, evidence_required, signoff_required, aliases, valid_from, valid_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: change
-- A category as it is from now on.
UPDATE category SET path = $2, place_need = $3, evidence_required = $4, signoff_required = $5, aliases = $6,
    valid_from = $7, valid_until = $8
WHERE code = $1;
