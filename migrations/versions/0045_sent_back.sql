-- An answer that comes back (退回补办) is work again, and whoever has it is told in words of their own.
ALTER TABLE notification_template DROP CONSTRAINT notification_template_code_check,
    ADD CONSTRAINT notification_template_code_check
        CHECK (code IN ('assigned', 'sent_back', 'unopened', 'bundle', 'critical'));
INSERT INTO notification_template (code, version, gateway_template, words) VALUES
    ('sent_back', 1, 'SMS_SENT_BACK',
     '【社会治理】{unit}的{urgency}工单 {number}({category})退回补办,{due}前办理。点开看原因,24 小时内有效:{link}');

-- Whether what a message is about still waits for its receiver: the lead's 收到, a co-handler's reply, a signature; of what
-- came back, the lead's next answer.
CREATE OR REPLACE FUNCTION notification_owed(n notification) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN n.ticket IS NULL OR EXISTS (
        SELECT FROM ticket t WHERE t.id = n.ticket
            AND (t.state = 'dispatched' OR t.state = 'signed' AND n.template = 'sent_back')
            AND (n.template = 'critical' OR t.unit = n.unit)
    ) OR EXISTS (
        SELECT FROM ticket t JOIN assignment a ON a.ticket = t.id
        WHERE t.id = n.ticket AND n.template <> 'critical' AND a.closed_at IS NULL AND a.reply IS NULL
            AND (t.state = 'assigned' OR t.state = 'in_progress' AND (a.part = 'co' OR n.template = 'sent_back'))
            AND a.unit = n.unit
            AND (a.person IS NULL OR a.person = n.person OR EXISTS (
                SELECT FROM stand_in s WHERE s.person = n.person AND s.absent = a.person AND s.unit = a.unit
                    AND s.starts_at <= now() AND s.ends_at > now()
            ))
    );
