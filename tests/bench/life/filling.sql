-- Tickets: open ones signed by the center of a town, closed ones a year back. Every seventh lies in the first town.
INSERT INTO ticket (id, number, version, state, state_since, sent_at, source, order_no, type, channel, urgency, category,
    title, content, address, confidential, called_at, received_at, place_need, placement, lon, lat, level, radius_m,
    p_cell, p_town, near_edge, cell, village, town, police_grid, boundary_version, rule_set, stream, owed_by, unit,
    first_sent, no_return, hops, urged, supplements, rework, how_closed, reply, audience, callers)
SELECT n, 'B' || lpad(n::text, 9, '0'), CASE WHEN is_open THEN 2 ELSE 4 END, CASE WHEN is_open THEN 'signed' ELSE 'closed' END,
    at, at, s.id, 'BENCH' || n, 'complaint', '12345', 'normal', k.code, '路灯不亮第' || n || '号',
    '小区门口路灯不亮已经' || n %% 30 || '天,晚上看不清路,要求维修。', '第' || n %% 997 || '号', false, at, at, 'cell', 'placed',
    119 + (n %% 1000) / 5000.0, 33.6 + (n %% 977) / 5000.0, 'house', 20, 0.97, 0.999, false,
    c.code, c.village, c.town, c.police_grid, 1, 1, u.id, CASE WHEN is_open THEN u.id END, u.id, u.id, false, 0, 0, 0, 0,
    CASE WHEN is_open THEN NULL ELSE 'solved' END, CASE WHEN is_open THEN NULL ELSE '已修复。' END,
    ARRAY['unit:' || d.id, 'unit:' || u.id], 1
FROM (SELECT n, n > %(open_from)s AS is_open,
          CASE WHEN n > %(open_from)s THEN now() - interval '1 hour' ELSE now() - interval '300 days' END AS at
      FROM generate_series(%(after)s + 1, %(until)s) n) g
JOIN (SELECT code, village, town, police_grid, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS many
      FROM cell WHERE boundary_version = 1) c ON c.place = g.n::bigint * 7919 %% c.many
JOIN unit u ON u.kind = 'town_center' AND u.town = c.town
CROSS JOIN (SELECT id FROM unit WHERE kind = 'district_center') d
CROSS JOIN (SELECT id FROM source ORDER BY id LIMIT 1) s
CROSS JOIN (SELECT code FROM category ORDER BY code LIMIT 1) k;
-- next
-- Their orders above.
INSERT INTO hotline_order (source, order_no, ticket, digest)
SELECT source, order_no, id, decode(lpad(to_hex(id), 64, '0'), 'hex') FROM ticket
WHERE id > %(after)s AND id <= %(until)s;
-- next
-- Their callers, sealed with nothing inside.
INSERT INTO caller (ticket, key, sealed, masked_name, masked_phone, phone_index, tail_index, name_index)
SELECT id, 1, '\x00', '王*', '138****5678', decode(md5('p' || id %% 90000), 'hex'), decode(md5('t' || id %% 10000), 'hex'),
    decode(md5('n' || id %% 20000), 'hex')
FROM ticket WHERE id > %(after)s AND id <= %(until)s;
-- next
-- The reply clock, running or stopped.
INSERT INTO clock (ticket, kind, started_at, due_at, stopped_at, reason, next_at)
SELECT id, 'reply', received_at, received_at + interval '5 days', CASE state WHEN 'closed' THEN received_at + interval '1 day' END,
    '五个工作日', CASE state WHEN 'signed' THEN received_at + interval '4 days' END
FROM ticket WHERE id > %(after)s AND id <= %(until)s;
-- next
-- Their journals: two rows of an open one, four of a closed one.
INSERT INTO journal (ticket, version, at, event, command, actor, state_from, state_to, changes, detail)
SELECT t.id, v, t.received_at + v * interval '1 hour',
    (ARRAY['ticket.received', 'ticket.signed', 'ticket.answered', 'ticket.concluded'])[v],
    (ARRAY['receive', 'sign', 'answer', 'conclude'])[v], '值班员', (ARRAY[NULL, 'dispatched', 'signed', 'replied'])[v],
    (ARRAY['dispatched', 'signed', 'answered', 'closed'])[v], jsonb_build_object('version', v), '{}'
FROM ticket t CROSS JOIN generate_series(1, 4) v
WHERE t.id > %(after)s AND t.id <= %(until)s AND v <= t.version;
