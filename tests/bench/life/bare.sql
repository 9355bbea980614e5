-- What a note writes, and nothing else: no look, no decision, no public row made anew. $1 the ticket, $2 who, $3 their
-- unit, which is the ticket's stream, $4 the operation, $5 the entry's row as it was.
WITH changed AS (
    UPDATE ticket SET version = version + 1 WHERE id = $1 RETURNING id, version
), audited AS (
    INSERT INTO audit (person, unit, action, subject, detail)
    SELECT $2::int, $3::int, 'ticket.noted', 'ticket:' || id, jsonb_build_object('version', version) FROM changed
), told AS (
    INSERT INTO journal (ticket, version, at, event, command, actor_person, actor_unit, actor, operation, state_from,
        state_to, changes, detail)
    SELECT id, version, now(), 'ticket.noted', 'note', $2, $3, '值班员', $4::uuid, 'signed', 'signed',
        jsonb_build_object('version', version), '{"text": "已电话联系诉求人"}' FROM changed
), raised AS (
    UPDATE stream SET seq = seq + 1 WHERE id = $3 RETURNING id, seq
)
INSERT INTO stream_entry (stream, seq, ticket, version, event, before, after, row, at)
SELECT r.id, r.seq, c.id, c.version, 'ticket.noted', ARRAY['unit:' || r.id], ARRAY['unit:' || r.id], $5::jsonb, now()
FROM changed c, raised r
