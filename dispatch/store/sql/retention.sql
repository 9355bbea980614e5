-- name: forget
-- Forgets a bounded run of what is old, with the owner's rights; true where more may wait.
SELECT forget_old();
