-- A rule that the former program wrote after 0012 has its limit in minutes only: it is a text like the others now.
UPDATE clock_rule SET limit_text = minutes || '分钟' WHERE limit_text IS NULL;
ALTER TABLE clock_rule ALTER COLUMN limit_text SET NOT NULL;
ALTER TABLE clock_rule DROP COLUMN minutes;
