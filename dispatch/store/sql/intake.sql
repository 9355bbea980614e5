-- name: versions
-- The versions in force, held until the batch commits, and the database's clock.
SELECT b.id AS boundary_version, b.revision, r.version AS rule_set, r.revision AS rule_revision, now() AS now
FROM boundary_version b, rule_set r
WHERE b.state = 'published' AND r.active
FOR SHARE OF b, r;

-- name: versions_read
-- The versions in force, held by nobody.
SELECT b.id AS boundary_version, b.revision, r.version AS rule_set, r.revision AS rule_revision, now() AS now
FROM boundary_version b, rule_set r
WHERE b.state = 'published' AND r.active;

-- name: clock
-- The database's clock now.
SELECT clock_timestamp();

-- name: known_deliveries
-- Deliveries remembered under these ids; each looked for by itself, also by a plan from when the table was empty.
SELECT d.* FROM unnest($1::text[], $2::text[]) AS g(source, webhook_id) CROSS JOIN LATERAL (
    SELECT d.source, d.webhook_id, d.digest, d.status, d.answer FROM delivery d
    WHERE d.source = g.source AND d.webhook_id = g.webhook_id OFFSET 0
) d;

-- name: claim_orders
-- Orders not seen before get a ticket id, in order of their numbers, and say whether messages wait for them; known
-- ones answer nothing here.
INSERT INTO hotline_order (source, order_no, ticket, digest)
SELECT source, order_no, nextval('ticket_id_seq'), digest
FROM unnest($1::text[], $2::text[], $3::bytea[]) AS g(source, order_no, digest)
ORDER BY source, order_no
ON CONFLICT DO NOTHING
RETURNING source, order_no, ticket, EXISTS (
    SELECT FROM waiting_message w
    WHERE w.source = hotline_order.source AND w.order_no = hotline_order.order_no AND w.state = 'waiting'
) AS awaited;

-- name: known_orders
-- The tickets of known orders; each looked for by itself, also by a plan from when the tables were empty.
SELECT o.source, o.order_no, o.ticket, o.digest, t.number, t.state
FROM unnest($1::text[], $2::text[]) AS g(source, order_no) CROSS JOIN LATERAL (
    SELECT * FROM hotline_order o WHERE o.source = g.source AND o.order_no = g.order_no OFFSET 0
) o CROSS JOIN LATERAL (
    SELECT number, state FROM ticket WHERE id = o.ticket OFFSET 0
) t;

-- name: next_ticket
-- An id for a ticket that has no order.
SELECT nextval('ticket_id_seq');

-- name: insert_deliveries
-- Remember deliveries with the answers they were given.
INSERT INTO delivery (source, webhook_id, digest, status, answer, received_at)
SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[], $4::smallint[], $5::text[], $6::timestamptz[]);

-- name: keep_waiting
-- A message that overtook its create waits a day.
INSERT INTO waiting_message (source, order_no, kind, key, sealed, webhook_id, state, received_at, until)
VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7::timestamptz, $7::timestamptz + interval '24 hours');

-- name: waiting_for
-- Messages that waited for these orders, in the order they came.
SELECT w.id, w.source, w.order_no, w.key, w.sealed
FROM waiting_message w JOIN unnest($1::text[], $2::text[]) AS g(source, order_no) USING (source, order_no)
WHERE w.state = 'waiting' ORDER BY w.id FOR UPDATE OF w;

-- name: overlooked
-- A message that waits although its order is there: the order was created at the very moment it was kept.
SELECT w.id, w.source, w.order_no, w.key, w.sealed
FROM waiting_message w JOIN hotline_order o USING (source, order_no)
WHERE w.state = 'waiting' ORDER BY w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED;

-- name: keep_early
-- A conclusion that came before the reply waits for it.
INSERT INTO waiting_message (source, order_no, kind, key, sealed, webhook_id, state, received_at, until)
VALUES ($1, $2, $3, $4, $5, $6, 'kept', $7::timestamptz, $7::timestamptz + interval '180 days');

-- name: ripe
-- A kept conclusion whose ticket has been answered, or has come to another end.
SELECT w.id, w.source, w.order_no, w.key, w.sealed
FROM waiting_message w JOIN hotline_order o USING (source, order_no) JOIN ticket t ON t.id = o.ticket
WHERE w.state = 'kept' AND t.state IN ('replied', 'closed', 'cancelled', 'rejected', 'handed_back')
ORDER BY w.id LIMIT 1;

-- name: still_kept
-- Whether a conclusion is still kept, held until the transaction ends; its ticket is locked already.
SELECT EXISTS (SELECT FROM waiting_message WHERE id = $1 AND state = 'kept' FOR UPDATE);

-- name: end_kept
-- A conclusion of before is worth nothing once the work begins again.
UPDATE waiting_message SET state = 'dead', reason = $3 WHERE source = $1 AND order_no = $2 AND state = 'kept';

-- name: end_waiting
-- A waiting message was applied, or cannot be.
UPDATE waiting_message SET state = $2, reason = $3 WHERE id = $1;

-- name: bury_waiting
-- Messages whose order never came within a day are dead letters.
UPDATE waiting_message SET state = 'dead', reason = '24 小时内没有收到对应的新工单'
WHERE state = 'waiting' AND until <= now();

-- name: sources
-- The hotlines, also retired ones, with their profiles and the declared datums about which an alarm stands.
SELECT s.id, s.name, s.active, s.datum, s.secrets, s.callback_url,
    array_remove(array_prepend(s.callback_secret, s.further_callback_secrets), NULL) AS callback_secrets, p.mapping,
    ARRAY(SELECT a.declared FROM channel_alarm a WHERE a.source = s.id AND a.ended_at IS NULL) AS doubted
FROM source s JOIN intake_profile p ON p.name = s.profile;
