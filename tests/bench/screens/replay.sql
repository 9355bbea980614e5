-- Some of a stream's tickets change hands, written as an action writes it: row, number and entry in one transaction.
WITH changed AS (
    UPDATE ticket SET version = version + 1, state = CASE state WHEN 'signed' THEN 'in_progress' ELSE 'signed' END
    WHERE id IN (SELECT id FROM ticket WHERE stream = %(stream)s AND state IN ('signed', 'in_progress')
                 ORDER BY id LIMIT %(many)s OFFSET %(after)s)
    RETURNING id, version, audience, ticket AS whole
), numbered AS (
    UPDATE stream SET seq = seq + (SELECT count(*) FROM changed) WHERE id = %(stream)s RETURNING seq
)
INSERT INTO stream_entry (stream, seq, ticket, version, event, before, after, row, at)
SELECT %(stream)s, n.seq - count(*) OVER () + row_number() OVER (ORDER BY c.id), c.id, c.version, 'ticket.noted',
    c.audience, c.audience, ticket_row(c.whole), now()
FROM changed c CROSS JOIN numbered n;
