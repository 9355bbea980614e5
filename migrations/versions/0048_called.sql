-- Whether what a message is about still waits for its receiver: the lead's 收到, a co-handler's reply, a signature; of what
-- came back, is urged or goes on, the lead's next answer. A co-handler may be called as soon as the ticket is signed.
CREATE OR REPLACE FUNCTION notification_owed(n notification) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN n.ticket IS NULL OR EXISTS (
        SELECT FROM ticket t WHERE t.id = n.ticket
            AND (t.state = 'dispatched' OR t.state = 'signed' AND n.template IN ('sent_back', 'urged', 'resumed'))
            AND (n.template = 'critical' OR t.unit = n.unit)
    ) OR EXISTS (
        SELECT FROM ticket t JOIN assignment a ON a.ticket = t.id
        WHERE t.id = n.ticket AND n.template <> 'critical' AND a.closed_at IS NULL AND a.reply IS NULL
            AND (t.state = 'assigned' OR t.state = 'signed' AND a.part = 'co' OR t.state = 'in_progress'
                AND (a.part = 'co' OR n.template IN ('sent_back', 'urged', 'resumed')))
            AND a.unit = n.unit
            AND (a.person IS NULL OR a.person = n.person OR EXISTS (
                SELECT FROM stand_in s WHERE s.person = n.person AND s.absent = a.person AND s.unit = a.unit
                    AND s.starts_at <= now() AND s.ends_at > now()
            ))
    );
