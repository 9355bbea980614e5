-- Messages wait in a queue for each person, urgency and kind. Who claims steps from queue to queue, counts what a person
-- was sent today, and finds the message that gathers the rest of a day, without reading what waits behind.
CREATE INDEX notification_queue_idx ON notification (person, urgency, kind, created_at, id) WHERE state = 'pending';
CREATE INDEX notification_sent_idx ON notification (person, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX notification_gathering_idx ON notification (person, created_at)
    WHERE template = 'bundle' AND state = 'pending';
