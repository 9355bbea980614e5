-- Each block answers rows of one shape: at, person, subject, label (what it is called), what, before, after, reason; the
-- newest first, $2 at most. $1 is the kind (`unit`), or one thing of it (`unit:12`).

-- name: kept_change
-- What was changed of units, cells' people, hotlines and categories, with what was before.
SELECT wire_time(c.at) AS at, p.name AS person, c.subject, NULL::text AS label, c.what, c.before, c.after, c.reason
FROM kept_change c LEFT JOIN person p ON p.id = c.person
WHERE c.subject = $1 OR split_part(c.subject, ':', 1) = $1 ORDER BY c.id DESC LIMIT $2;

-- name: joint_change
-- What was changed about handling together and of the companies outside.
SELECT wire_time(c.at) AS at, p.name AS person, c.subject, b.name AS label, c.what, c.before, c.after, c.reason
FROM joint_change c LEFT JOIN person p ON p.id = c.person
LEFT JOIN outside_body b ON c.subject = 'outside_body:' || b.id
WHERE c.subject = $1 OR split_part(c.subject, ':', 1) = $1 ORDER BY c.id DESC LIMIT $2;

-- name: owning_change
-- What was changed of rules, powers, lists, precedents and what is set about owning.
SELECT wire_time(c.at) AS at, p.name AS person, c.subject, d.name AS label, c.what, c.before, c.after, c.reason
FROM owning_change c LEFT JOIN person p ON p.id = c.person
LEFT JOIN precedent d ON c.subject = 'precedent:' || d.id
WHERE c.subject = $1 OR split_part(c.subject, ':', 1) = $1 ORDER BY c.id DESC LIMIT $2;

-- name: desk_setting
-- Each version of what desks are warned of beside the former one.
SELECT wire_time(v.created_at) AS at, p.name AS person, 'desk_setting:' || v.version AS subject, NULL::text AS label,
    CASE WHEN f.version IS NULL THEN 'added' ELSE 'changed' END AS what,
    CASE WHEN f.version IS NOT NULL
        THEN jsonb_build_object('danger_words', f.danger_words, 'chase_minutes', f.chase_minutes) END AS before,
    jsonb_build_object('danger_words', v.danger_words, 'chase_minutes', v.chase_minutes) AS after, v.note AS reason
FROM desk_setting v LEFT JOIN desk_setting f ON f.version = v.version - 1 LEFT JOIN person p ON p.id = v.created_by
WHERE $1 IN ('desk_setting', 'desk_setting:' || v.version) ORDER BY v.version DESC LIMIT $2;

-- name: telling_limit
-- Each version of the limits of messages beside the former one.
SELECT wire_time(v.created_at) AS at, p.name AS person, 'telling_limit:' || v.version AS subject, NULL::text AS label,
    CASE WHEN f.version IS NULL THEN 'added' ELSE 'changed' END AS what, f.limits AS before, v.limits AS after,
    v.note AS reason
FROM telling_limit v LEFT JOIN telling_limit f ON f.version = v.version - 1 LEFT JOIN person p ON p.id = v.created_by
WHERE $1 IN ('telling_limit', 'telling_limit:' || v.version) ORDER BY v.version DESC LIMIT $2;

-- name: notification_template
-- Each version of a message's words beside the former words; `notification_template:assigned` is one kind of message.
SELECT wire_time(v.created_at) AS at, p.name AS person, 'notification_template:' || v.code AS subject, NULL::text AS label,
    CASE WHEN f.version IS NULL THEN 'added' ELSE 'changed' END AS what,
    CASE WHEN f.version IS NULL THEN NULL
        ELSE jsonb_build_object('words', f.words, 'gateway_template', f.gateway_template) END AS before,
    jsonb_build_object('words', v.words, 'gateway_template', v.gateway_template) AS after, NULL::text AS reason
FROM notification_template v LEFT JOIN notification_template f ON f.code = v.code AND f.version = v.version - 1
LEFT JOIN person p ON p.id = v.created_by
WHERE $1 IN ('notification_template', 'notification_template:' || v.code)
ORDER BY v.created_at DESC, v.version DESC LIMIT $2;

-- name: timetable
-- Each version of limits and office hours beside the one before, as lists in their order; of the calendar what the audit
-- says of the day or the notice.
WITH rules AS (
    SELECT version, jsonb_agg(to_jsonb(r) - 'version' - 'ordinal'
        || jsonb_build_object('units', ARRAY(SELECT u.name FROM unit u WHERE u.id = ANY (r.units))) ORDER BY ordinal) AS listed
    FROM clock_rule r GROUP BY version
), hours AS (
    SELECT version, jsonb_agg(to_jsonb(h) - 'version' - 'ordinal' ORDER BY ordinal) AS listed
    FROM office_hours h GROUP BY version
), shown AS (
    SELECT t.*, a.detail, CASE t.part WHEN 'rules' THEN jsonb_build_object('clock_rules', r.listed)
        WHEN 'hours' THEN jsonb_build_object('office_hours', h.listed) ELSE a.detail - 'before' END AS said
    FROM timetable t LEFT JOIN rules r ON r.version = t.rules_version LEFT JOIN hours h ON h.version = t.hours_version
    LEFT JOIN audit a ON t.part = 'calendar' AND a.subject = 'timetable:' || t.version
)
SELECT wire_time(v.created_at) AS at, p.name AS person, 'timetable:' || v.version AS subject, v.part AS label,
    CASE WHEN v.version = 1 THEN 'added' ELSE 'changed' END AS what, CASE v.part
        WHEN 'rules' THEN (SELECT jsonb_build_object('clock_rules', r.listed) FROM timetable f
            JOIN rules r ON r.version = f.rules_version WHERE f.version = v.version - 1)
        WHEN 'hours' THEN (SELECT jsonb_build_object('office_hours', h.listed) FROM timetable f
            JOIN hours h ON h.version = f.hours_version WHERE f.version = v.version - 1)
        ELSE CASE WHEN jsonb_typeof(v.detail -> 'before') = 'object'
            THEN (v.detail -> 'before') || jsonb_build_object('day', v.detail -> 'day') END END AS before,
    v.said AS after, v.note AS reason
FROM shown v LEFT JOIN person p ON p.id = v.created_by
WHERE $1 IN ('timetable', 'timetable:' || v.version) ORDER BY v.version DESC LIMIT $2;

-- name: evidence_rule
-- Rules of evidence: added, changed beside the one it follows, or ended.
SELECT wire_time(r.created_at) AS at, p.name AS person, 'evidence_rule:' || r.id AS subject, r.category AS label,
    CASE WHEN f.id IS NULL THEN 'added' ELSE 'changed' END AS what, to_jsonb(f) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' - 'reason' AS before,
    to_jsonb(r) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' - 'reason' AS after, r.reason AS reason
FROM evidence_rule r LEFT JOIN evidence_rule f ON f.id = r.former LEFT JOIN person p ON p.id = r.created_by
WHERE $1 IN ('evidence_rule', 'evidence_rule:' || r.id)
UNION ALL
SELECT wire_time(r.ended_at), p.name, 'evidence_rule:' || r.id, r.category, 'ended', NULL, NULL, NULL
FROM evidence_rule r LEFT JOIN person p ON p.id = r.ended_by
WHERE r.ended_at IS NOT NULL AND NOT EXISTS (SELECT FROM evidence_rule n WHERE n.former = r.id)
    AND $1 IN ('evidence_rule', 'evidence_rule:' || r.id)
ORDER BY 1 DESC, 3 DESC LIMIT $2;

-- name: signoff_rule
-- Rules of signatures: added, changed beside the one it follows, or ended.
SELECT wire_time(r.created_at) AS at, p.name AS person, 'signoff_rule:' || r.id AS subject, r.category AS label,
    CASE WHEN f.id IS NULL THEN 'added' ELSE 'changed' END AS what, to_jsonb(f) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' - 'reason' AS before,
    to_jsonb(r) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' - 'reason' AS after, r.reason AS reason
FROM signoff_rule r LEFT JOIN signoff_rule f ON f.id = r.former LEFT JOIN person p ON p.id = r.created_by
WHERE $1 IN ('signoff_rule', 'signoff_rule:' || r.id)
UNION ALL
SELECT wire_time(r.ended_at), p.name, 'signoff_rule:' || r.id, r.category, 'ended', NULL, NULL, NULL
FROM signoff_rule r LEFT JOIN person p ON p.id = r.ended_by
WHERE r.ended_at IS NOT NULL AND NOT EXISTS (SELECT FROM signoff_rule n WHERE n.former = r.id)
    AND $1 IN ('signoff_rule', 'signoff_rule:' || r.id)
ORDER BY 1 DESC, 3 DESC LIMIT $2;

-- name: standard_text
-- Standard texts: added, changed beside the one it follows, or ended.
SELECT wire_time(r.created_at) AS at, p.name AS person, 'standard_text:' || r.id AS subject, r.title AS label,
    CASE WHEN f.id IS NULL THEN 'added' ELSE 'changed' END AS what, to_jsonb(f) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' AS before,
    to_jsonb(r) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' AS after, NULL::text AS reason
FROM standard_text r LEFT JOIN standard_text f ON f.id = r.former LEFT JOIN person p ON p.id = r.created_by
WHERE $1 IN ('standard_text', 'standard_text:' || r.id)
UNION ALL
SELECT wire_time(r.ended_at), p.name, 'standard_text:' || r.id, r.title, 'ended', NULL, NULL, NULL
FROM standard_text r LEFT JOIN person p ON p.id = r.ended_by
WHERE r.ended_at IS NOT NULL AND NOT EXISTS (SELECT FROM standard_text n WHERE n.former = r.id)
    AND $1 IN ('standard_text', 'standard_text:' || r.id)
ORDER BY 1 DESC, 3 DESC LIMIT $2;

-- name: sensitive_word
-- Sensitive words: added, changed beside the one it follows, or ended.
SELECT wire_time(r.created_at) AS at, p.name AS person, 'sensitive_word:' || r.id AS subject, r.word AS label,
    CASE WHEN f.id IS NULL THEN 'added' ELSE 'changed' END AS what, to_jsonb(f) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' - 'reason' AS before,
    to_jsonb(r) - 'id' - 'former' - 'created_at' - 'created_by' - 'ended_at' - 'ended_by' - 'reason' AS after, r.reason AS reason
FROM sensitive_word r LEFT JOIN sensitive_word f ON f.id = r.former LEFT JOIN person p ON p.id = r.created_by
WHERE $1 IN ('sensitive_word', 'sensitive_word:' || r.id)
UNION ALL
SELECT wire_time(r.ended_at), p.name, 'sensitive_word:' || r.id, r.word, 'ended', NULL, NULL, NULL
FROM sensitive_word r LEFT JOIN person p ON p.id = r.ended_by
WHERE r.ended_at IS NOT NULL AND NOT EXISTS (SELECT FROM sensitive_word n WHERE n.former = r.id)
    AND $1 IN ('sensitive_word', 'sensitive_word:' || r.id)
ORDER BY 1 DESC, 3 DESC LIMIT $2;

-- name: reply_setting
-- Each version of how replies are looked at beside the former one.
SELECT wire_time(v.created_at) AS at, p.name AS person, 'reply_setting:' || v.version AS subject, NULL::text AS label,
    CASE WHEN f.version IS NULL THEN 'added' ELSE 'changed' END AS what,
    to_jsonb(f) - 'version' - 'note' - 'created_at' - 'created_by' AS before,
    to_jsonb(v) - 'version' - 'note' - 'created_at' - 'created_by' AS after, v.note AS reason
FROM reply_setting v LEFT JOIN reply_setting f ON f.version = v.version - 1 LEFT JOIN person p ON p.id = v.created_by
WHERE $1 IN ('reply_setting', 'reply_setting:' || v.version) ORDER BY v.version DESC LIMIT $2;

-- name: upward_ground
-- Grounds: added, or in force no more. Their codes stand in the list, and never change.
SELECT wire_time(g.since) AS at, p.name AS person, 'upward_ground:' || g.id AS subject, g.name AS label, 'added' AS what,
    NULL::jsonb AS before, NULL::jsonb AS after, NULL::text AS reason
FROM upward_ground g LEFT JOIN person p ON p.id = g.added_by WHERE $1 IN ('upward_ground', 'upward_ground:' || g.id)
UNION ALL
SELECT wire_time(g.until), p.name, 'upward_ground:' || g.id, g.name, 'ended', NULL, NULL, NULL
FROM upward_ground g LEFT JOIN person p ON p.id = g.ended_by
WHERE g.until IS NOT NULL AND $1 IN ('upward_ground', 'upward_ground:' || g.id)
ORDER BY 1 DESC, 3 DESC LIMIT $2;

-- name: upward_limit
-- How long the hotline may take to answer a kind of request: each setting beside the one before.
SELECT wire_time(v.since) AS at, p.name AS person, 'upward_limit:' || v.kind AS subject, v.kind AS label,
    CASE WHEN v.former IS NULL THEN 'added' ELSE 'changed' END AS what,
    CASE WHEN v.former IS NOT NULL THEN jsonb_build_object('answer_minutes', v.former) END AS before,
    jsonb_build_object('answer_minutes', v.answer_minutes) AS after, NULL::text AS reason
FROM (
    SELECT l.*, lag(l.answer_minutes) OVER (PARTITION BY l.kind ORDER BY l.id) AS former FROM upward_limit l
) v LEFT JOIN person p ON p.id = v.set_by
WHERE $1 IN ('upward_limit', 'upward_limit:' || v.kind) ORDER BY v.id DESC LIMIT $2;

-- name: rate_setting
-- Each version of how rates are weighed and windows are cut beside the former one; where a version says nothing of the
-- boards' length, it is three.
SELECT wire_time(v.created_at) AS at, p.name AS person, 'rate_setting:' || v.version AS subject, NULL::text AS label,
    CASE WHEN f.version IS NULL THEN 'added' ELSE 'changed' END AS what,
    to_jsonb(f) - 'version' - 'active' - 'note' - 'created_at' - 'created_by'
        || jsonb_build_object('board', coalesce(f.board, 3)) AS before,
    to_jsonb(v) - 'version' - 'active' - 'note' - 'created_at' - 'created_by'
        || jsonb_build_object('board', coalesce(v.board, 3)) AS after, v.note AS reason
FROM rate_setting v LEFT JOIN rate_setting f ON f.version = v.version - 1 LEFT JOIN person p ON p.id = v.created_by
WHERE $1 IN ('rate_setting', 'rate_setting:' || v.version) ORDER BY v.version DESC LIMIT $2;

-- name: locating_setting
-- Each version of what is set about locating beside the former one; weights and curves as lists of name and value, and
-- of the program's own `own` alone.
WITH listed AS (
    SELECT s.version, s.created_at, s.created_by, s.note, jsonb_build_object('cell', s.cell, 'town', s.town,
        'coordinate_radius_m', s.coordinate_radius_m, 'least_precision', s.least_precision, 'region', s.region,
        'weights', coalesce((SELECT jsonb_agg(jsonb_build_array(w.key, w.value) ORDER BY w.key)
            FROM jsonb_each(s.weights) w), '["own"]'),
        'calibration', coalesce((SELECT jsonb_agg(jsonb_build_array(l.key, g.key, g.value) ORDER BY l.key, g.key)
            FROM jsonb_each(s.calibration) l, jsonb_each(l.value) g), '["own"]')) AS said
    FROM locating_setting s
)
SELECT wire_time(v.created_at) AS at, p.name AS person, 'locating_setting:' || v.version AS subject, NULL::text AS label,
    CASE WHEN f.version IS NULL THEN 'added' ELSE 'changed' END AS what, f.said AS before, v.said AS after,
    v.note AS reason
FROM listed v LEFT JOIN listed f ON f.version = v.version - 1 LEFT JOIN person p ON p.id = v.created_by
WHERE $1 IN ('locating_setting', 'locating_setting:' || v.version) ORDER BY v.version DESC LIMIT $2;

-- name: look_back_period
-- Periods of look-back: their commitment published, their sample drawn.
SELECT wire_time(s.created_at) AS at, p.name AS person, 'look_back_period:' || s.id AS subject, s.name AS label,
    'committed' AS what, NULL::jsonb AS before, jsonb_build_object('since', wire_time(s.since), 'until', wire_time(s.until),
        'method', s.method, 'share', s.share, 'least', s.least, 'commitment', s.commitment) AS after, NULL::text AS reason
FROM look_back_period s LEFT JOIN person p ON p.id = s.created_by
WHERE $1 IN ('look_back_period', 'look_back_period:' || s.id)
UNION ALL
SELECT wire_time(s.drawn_at), p.name, 'look_back_period:' || s.id, s.name, 'drawn', NULL,
    jsonb_build_object('population', s.counts -> 'population', 'drawn', s.counts -> 'drawn', 'seed', s.seed), NULL
FROM look_back_period s LEFT JOIN person p ON p.id = s.drawn_by
WHERE s.drawn_at IS NOT NULL AND $1 IN ('look_back_period', 'look_back_period:' || s.id)
ORDER BY 1 DESC, 3 DESC LIMIT $2;

-- name: score_period
-- Score periods: opened to be checked, and each state they went on to; the audit says by whom.
SELECT wire_time(a.at) AS at, p.name AS person, a.subject, s.name AS label,
    CASE WHEN a.action = 'score_period.opened' THEN 'opened' ELSE 'went_on' END AS what,
    CASE a.action WHEN 'score_period.ruling' THEN '{"state": "checking"}'::jsonb
        WHEN 'score_period.locked' THEN '{"state": "ruling"}' WHEN 'score_period.published' THEN '{"state": "locked"}'
        END AS before,
    CASE WHEN a.action = 'score_period.opened' THEN jsonb_build_object('since', wire_time(s.since),
        'until', wire_time(s.until), 'setting', s.setting, 'objections_until', wire_time(s.objections_until),
        'state', 'checking') ELSE jsonb_build_object('state', split_part(a.action, '.', 2)) END AS after, a.reason
FROM audit a JOIN score_period s ON a.subject = 'score_period:' || s.id LEFT JOIN person p ON p.id = a.person
WHERE a.action IN ('score_period.opened', 'score_period.ruling', 'score_period.locked', 'score_period.published')
    AND $1 IN ('score_period', a.subject)
ORDER BY a.id DESC LIMIT $2;

-- name: wall
-- Screens on walls: paired, changed beside what they showed before, ended; the audit says by whom.
SELECT wire_time(v.at) AS at, p.name AS person, v.subject, w.name AS label, split_part(v.action, '.', 2) AS what,
    CASE WHEN v.action = 'wall.changed' THEN coalesce(v.detail -> 'before', jsonb_build_object('shows', v.former)) END AS before,
    CASE v.action WHEN 'wall.changed' THEN v.detail - 'before'
        WHEN 'wall.paired' THEN v.detail || jsonb_build_object('unit', u.name) END AS after, v.reason
FROM (
    SELECT a.*, lag(a.detail ->> 'shows') OVER (PARTITION BY a.subject ORDER BY a.id) AS former
    FROM audit a WHERE a.action IN ('wall.paired', 'wall.changed', 'wall.ended')
) v LEFT JOIN person p ON p.id = v.person JOIN wall w ON v.subject = 'wall:' || w.id JOIN unit u ON u.id = w.unit
WHERE $1 IN ('wall', v.subject) ORDER BY v.id DESC LIMIT $2;

-- name: duty
-- Duty: shifts laid for a unit or taken off, stand-ins registered or ended; the audit says who did it.
SELECT wire_time(a.at) AS at, p.name AS person, 'duty:' || a.unit AS subject, u.name AS label, split_part(a.action, '.', 2) AS what,
    CASE WHEN a.action = 'duty.removed' THEN jsonb_build_object('who', w.name, 'since', wire_time(s.starts_at), 'until', wire_time(s.ends_at))
        END AS before,
    CASE a.action WHEN 'duty.laid' THEN jsonb_build_object('shifts', a.detail -> 'made')
        WHEN 'duty.stands_in' THEN jsonb_build_object('who', y.name, 'absent', z.name, 'since', wire_time(i.starts_at),
            'until', a.detail ->> 'until')
        WHEN 'duty.stand_in_ended' THEN jsonb_build_object('who', y.name, 'absent', z.name) END AS after,
    CASE WHEN a.action = 'duty.stands_in' THEN i.reason END AS reason
FROM audit a LEFT JOIN person p ON p.id = a.person LEFT JOIN unit u ON u.id = a.unit
LEFT JOIN shift s ON a.action = 'duty.removed' AND a.subject = 'shift:' || s.id LEFT JOIN person w ON w.id = s.person
LEFT JOIN stand_in i ON a.subject = 'stand_in:' || i.id LEFT JOIN person y ON y.id = i.person
LEFT JOIN person z ON z.id = i.absent
WHERE a.action IN ('duty.laid', 'duty.removed', 'duty.stands_in', 'duty.stand_in_ended')
    AND $1 IN ('duty', 'duty:' || a.unit)
ORDER BY a.id DESC LIMIT $2;

-- name: person
-- A person's name, phone, posts and account: the audit says what was done, beside it what was before, where that was kept.
SELECT wire_time(a.at) AS at, p.name AS person, a.subject, n.name AS label, replace(a.action, '.', '_') AS what, k.before,
    coalesce(k.after, CASE WHEN a.detail IS NOT NULL THEN jsonb_build_object('role', a.detail ->> 'role',
        'unit', u.name, 'successor', s.name) END) AS after, a.reason
FROM audit a LEFT JOIN person p ON p.id = a.person JOIN person n ON a.subject = 'person:' || n.id
LEFT JOIN kept_change k ON k.subject = a.subject AND k.at = a.at AND k.what = replace(a.action, '.', '_')
LEFT JOIN unit u ON u.id = (a.detail ->> 'unit')::int LEFT JOIN person s ON s.id = (a.detail ->> 'successor')::int
WHERE a.action IN ('person.added', 'person.changed', 'post.given', 'post.ended', 'account.added', 'account.disabled',
    'account.enabled', 'account.password_reset', 'account.slip_made') AND $1 IN ('person', a.subject)
ORDER BY a.id DESC LIMIT $2;

-- name: secret
-- Secrets of hotlines: added, or ended after so many hours.
SELECT wire_time(a.at) AS at, p.name AS person, a.subject, s.name AS label, replace(a.action, '.', '_') AS what, NULL::jsonb AS before,
    jsonb_build_object('fingerprint', a.detail -> 'fingerprint', 'hours', a.detail -> 'hours') AS after, a.reason
FROM audit a LEFT JOIN person p ON p.id = a.person LEFT JOIN source s ON a.subject = 'source:' || s.id
WHERE a.action IN ('secret.added', 'secret.ended', 'report_secret.added', 'report_secret.ended')
    AND $1 IN ('secret', 'secret:' || s.id)
ORDER BY a.id DESC LIMIT $2;

-- name: units
-- What units are called.
SELECT id, name FROM unit;
