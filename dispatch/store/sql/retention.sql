-- name: forget
-- Forgets bounded runs of what is old, with the owner's rights; true where more may wait.
SELECT bool_or(more) FROM unnest(ARRAY[forget_old(), forget_messages(), forget_pushed(), forget_grievances()]) more;
