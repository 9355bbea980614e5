-- Moving tickets to a version ends with the version: what was left then moves to the next one, which is named. Both bear
-- the same instant, because one change puts one in force in place of the other.
ALTER TABLE rezoning ADD COLUMN overtaken_by integer CONSTRAINT rezoning_overtaken_by_fkey REFERENCES boundary_version (id);
UPDATE rezoning r SET finished_at = b.retired_at, overtaken_by = next.id
FROM boundary_version b LEFT JOIN boundary_version next ON next.published_at = b.retired_at AND next.id <> b.id
WHERE b.id = r.boundary_version AND b.state = 'retired' AND r.finished_at IS NULL;
