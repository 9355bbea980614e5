-- Recorded words are evidence of their own kind. They have no width and no height (0: the former program reads numbers
-- there), and say how many seconds they last; pictures do not.
ALTER TABLE evidence DROP CONSTRAINT evidence_kind_check;
ALTER TABLE evidence ADD CONSTRAINT evidence_kind_check CHECK (kind IN ('before', 'after', 'document', 'voice'));
ALTER TABLE evidence ADD COLUMN seconds SMALLINT;
ALTER TABLE evidence ADD CONSTRAINT evidence_seconds_check CHECK ((kind IS NOT DISTINCT FROM 'voice') = (seconds IS NOT NULL));
