-- name: write
-- One audit row; rows are only ever added.
INSERT INTO audit (person, unit, action, subject, reason, detail) VALUES ($1, $2, $3, $4, $5, $6);

-- name: write_many
-- Audit rows from a JSON array.
INSERT INTO audit (person, unit, action, subject, detail)
SELECT person, unit, action, subject, detail
FROM jsonb_to_recordset($1) AS a(person int, unit int, action text, subject text, detail jsonb);

-- name: entries
-- Audit rows of a time ($1, $2), the newest first, before an id ($6), at most $7: of persons ($3), about subjects ($4), whose
-- action begins so ($5); null where it does not matter. Each way of asking goes by its own index, the others cost nothing.
-- Tickets that were pushed together share a row, which was written when they were: it is looked for at that time, so that
-- pushing them costs no index.
WITH wanted AS (
    SELECT id FROM (
        SELECT id FROM audit WHERE $4::text[] IS NOT NULL AND subject = ANY ($4) AND at >= $1 AND at < $2
            AND ($3::int[] IS NULL OR person = ANY ($3)) AND ($5::text IS NULL OR starts_with(action, $5))
            AND ($6::bigint IS NULL OR id < $6) ORDER BY id DESC LIMIT $7
    ) about
    UNION ALL
    SELECT id FROM (
        SELECT a.id FROM ticket t JOIN audit a
            ON a.at BETWEEN t.received_at - interval '1 minute' AND t.received_at + interval '1 minute'
            AND a.subject = 'tickets' AND a.detail->'tickets' @> to_jsonb(t.id)
        WHERE t.id IN (SELECT substr(s, 8)::bigint FROM unnest($4::text[]) s WHERE starts_with(s, 'ticket:'))
            AND a.at >= $1 AND a.at < $2 AND ($3::int[] IS NULL OR a.person = ANY ($3))
            AND ($5::text IS NULL OR starts_with(a.action, $5)) AND ($6::bigint IS NULL OR a.id < $6)
        ORDER BY a.id DESC LIMIT $7
    ) together
    UNION ALL
    SELECT id FROM (
        SELECT id FROM audit WHERE $4::text[] IS NULL AND $3::int[] IS NOT NULL AND person = ANY ($3)
            AND at >= $1 AND at < $2 AND ($5::text IS NULL OR starts_with(action, $5))
            AND ($6::bigint IS NULL OR id < $6) ORDER BY id DESC LIMIT $7
    ) who
    UNION ALL
    SELECT id FROM (
        SELECT id FROM audit WHERE $4::text[] IS NULL AND $3::int[] IS NULL AND at >= $1 AND at < $2
            AND ($5::text IS NULL OR starts_with(action, $5)) AND ($6::bigint IS NULL OR id < $6)
        ORDER BY id DESC LIMIT $7
    ) whenever
)
SELECT a.id, a.at, a.person, p.name AS person_name, u.name AS unit_name, a.action, a.subject, t.number AS ticket_number,
    coalesce(pn.name, un.name, tn.name, sn.name) AS subject_name, a.reason, a.detail, NOT EXISTS (SELECT FROM audit_waiting w WHERE w.id = a.id) AS sealed
FROM wanted JOIN audit a USING (id)
LEFT JOIN person p ON p.id = a.person LEFT JOIN unit u ON u.id = a.unit
LEFT JOIN ticket t ON t.id = CASE WHEN a.subject ~ '^ticket:[0-9]{1,18}$' THEN substr(a.subject, 8)::bigint END
LEFT JOIN person pn ON pn.id = CASE WHEN a.subject ~ '^person:[0-9]{1,9}$' THEN substr(a.subject, 8)::int END
LEFT JOIN unit un ON un.id = CASE WHEN a.subject ~ '^unit:[0-9]{1,9}$' THEN substr(a.subject, 6)::int END
LEFT JOIN town tn ON tn.code = CASE WHEN a.subject ~ '^town:' THEN substr(a.subject, 6) END
LEFT JOIN source sn ON sn.id = CASE WHEN a.subject ~ '^source:' THEN substr(a.subject, 8) END
ORDER BY a.id DESC LIMIT $7;

-- name: persons
-- People of a name or a username.
SELECT p.id FROM person p LEFT JOIN account a ON a.person = p.id WHERE p.name = $1 OR a.username = $1 ORDER BY p.id;

-- name: of_ticket
-- What the audit may call a ticket that is named by its number, its order or its id.
SELECT 'ticket:' || id FROM ticket WHERE number = $1 OR order_no = $1 OR id = $2
UNION ALL
SELECT 'evidence:' || e.id FROM evidence e JOIN ticket t ON t.id = e.ticket
WHERE t.number = $1 OR t.order_no = $1 OR t.id = $2;

-- name: chain
-- The newest seal, and what waits for the next.
SELECT s.number, s.at, s.first + cardinality(s.rows) - 1 AS rows, encode(s.head, 'hex') AS head,
    (SELECT count(*) FROM audit_waiting) AS waiting
FROM audit_seal s ORDER BY s.number DESC LIMIT 1;
