-- name: matching
-- Tickets that answer a question, judged by the reader's units: ids of those the reader may see, and how many others.
-- Words, the end of a number and names of places are looked for in open tickets only (from their partial index);
-- a whole number and the blind indexes of callers also find what has ended. A confidential caller is never found, and
-- of what the reader may not see, a confidential ticket is not even counted: words of its content would betray it.
-- $1 reader's tokens, $2 lower-case words, $3 end of a number, $4 whole number, $5 $6 $7 indexes of phone, last four
-- digits and name, $8 how many ids at most. A null asks nothing; a number that is found is not looked for in words.
WITH whole AS MATERIALIZED (
    SELECT t.id FROM ticket t WHERE t.number = $4::text
    UNION
    SELECT o.ticket FROM hotline_order o WHERE o.source IN (SELECT s.id FROM source s) AND o.order_no = $4
), found AS (
    SELECT t.id FROM ticket t
    WHERE t.state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back')
      AND ($2::text IS NOT NULL OR $3::text IS NOT NULL) AND NOT EXISTS (SELECT FROM whole)
      AND (
          strpos(lower(t.title), $2) > 0 OR strpos(lower(t.content), $2) > 0
          OR strpos(lower(t.address), $2) > 0
          OR t.village IN (SELECT v.code FROM village v WHERE strpos(v.name, $2) > 0)
          OR t.town IN (SELECT w.code FROM town w WHERE strpos(w.name, $2) > 0)
          OR right(lower(t.number), length($3)) = $3 OR right(lower(t.order_no), length($3)) = $3
      )
    UNION
    SELECT id FROM whole
    UNION
    SELECT c.ticket FROM caller c JOIN ticket t ON t.id = c.ticket
    WHERE c.phone_index = $5::bytea AND NOT t.confidential
    UNION
    SELECT c.ticket FROM caller c JOIN ticket t ON t.id = c.ticket
    WHERE c.tail_index = $6::bytea AND NOT t.confidential
    UNION
    SELECT c.ticket FROM caller c JOIN ticket t ON t.id = c.ticket
    WHERE c.name_index = $7::bytea AND NOT t.confidential
), judged AS (
    SELECT t.id, t.received_at, t.confidential, t.audience && $1::text[] AS mine FROM found JOIN ticket t ON t.id = found.id
)
SELECT ARRAY(SELECT id FROM judged WHERE mine ORDER BY received_at DESC, id DESC LIMIT $8) AS mine,
       (SELECT count(*) FROM judged WHERE NOT mine AND NOT confidential) AS elsewhere;
