-- name: held
-- Our orders of a hotline that belong to a time, and those a list names whatever their time: status, due time, and the
-- status that the hotline heard last where a newer one is on its way.
SELECT o.order_no, o.ticket, t.state, t.outer_due,
    coalesce(t.hotline_dispatched_at, t.received_at) >= $2 AND coalesce(t.hotline_dispatched_at, t.received_at) < $3
        AS expected,
    CASE WHEN EXISTS (SELECT FROM callback p WHERE p.ticket = t.id AND p.state IN ('pending', 'dead')) THEN
        coalesce((SELECT c.status FROM callback c WHERE c.ticket = t.id AND c.state = 'sent'
            AND coalesce(c.body->>'type', 'ticket.status') = 'ticket.status' ORDER BY c.version DESC LIMIT 1), '')
    END AS told
FROM hotline_order o JOIN ticket t ON t.id = o.ticket
WHERE o.source = $1 AND (
    o.order_no = ANY ($4::text[])
    OR coalesce(t.hotline_dispatched_at, t.received_at) >= $2 AND coalesce(t.hotline_dispatched_at, t.received_at) < $3
);

-- name: known
-- The run of a list that was pushed under this id before, and its digest.
SELECT id, digest FROM reconciliation WHERE source = $1 AND webhook_id = $2;

-- name: add
-- A run; its number.
INSERT INTO reconciliation (source, webhook_id, digest, since, until, at, uploaded_by, file_name, listed, held, equal)
VALUES ($1, $2, $3, $4, $5, now(), $6, $7, $8, $9, $10)
RETURNING id;

-- name: add_rows
-- What differed in a run, in order; $2 is a JSON array.
INSERT INTO reconciliation_row (run, ordinal, difference, order_no, ticket, their_status, our_status, their_due, our_due)
SELECT $1, row_number() OVER (), r.difference, r.order_no, r.ticket, r.their_status, r.our_status, r.their_due, r.our_due
FROM jsonb_to_recordset($2) AS r(difference text, order_no text, ticket bigint, their_status text, our_status text,
    their_due timestamptz, our_due timestamptz);

-- name: runs
-- The last runs, the newest first, with how much differed in each.
SELECT jsonb_build_object(
    'id', r.id, 'source', r.source, 'source_name', s.name, 'since', wire_time(r.since), 'until', wire_time(r.until),
    'at', wire_time(r.at), 'uploaded_by', p.name, 'file_name', r.file_name, 'listed', r.listed, 'held', r.held,
    'equal', r.equal,
    'missing', (SELECT count(*) FROM reconciliation_row w WHERE w.run = r.id AND w.difference = 'missing'),
    'unknown', (SELECT count(*) FROM reconciliation_row w WHERE w.run = r.id AND w.difference = 'unknown'),
    'state', (SELECT count(*) FROM reconciliation_row w WHERE w.run = r.id AND w.difference = 'state'),
    'due', (SELECT count(*) FROM reconciliation_row w WHERE w.run = r.id AND w.difference = 'due')
)
FROM reconciliation r JOIN source s ON s.id = r.source LEFT JOIN person p ON p.id = r.uploaded_by
WHERE $1::int IS NULL OR r.id = $1
ORDER BY r.id DESC LIMIT 60;

-- name: rows
-- What differed in a run, in order, with what our tickets are now.
SELECT jsonb_build_object(
    'difference', w.difference, 'order_no', w.order_no, 'ticket', w.ticket, 'number', t.number, 'title', t.title,
    'center_name', u.name, 'their_status', w.their_status, 'our_status', w.our_status,
    'their_due', wire_time(w.their_due), 'our_due', wire_time(w.our_due)
)
FROM reconciliation_row w
LEFT JOIN ticket t ON t.id = w.ticket
LEFT JOIN unit u ON u.id = t.stream
WHERE w.run = $1 ORDER BY w.ordinal;
