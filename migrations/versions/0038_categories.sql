-- Categories are kept by the program: other names that hotlines call them by, and from which day until before which day
-- tickets are given them. A path means one category at a time. One that is over stays on its tickets.
ALTER TABLE category ADD COLUMN aliases TEXT[] DEFAULT '{}' NOT NULL;
ALTER TABLE category ADD COLUMN valid_from DATE;
ALTER TABLE category ADD COLUMN valid_until DATE;
ALTER TABLE category ADD CONSTRAINT category_valid_check CHECK (valid_until >= valid_from);
ALTER TABLE category ADD CONSTRAINT category_one_at_a_time
    EXCLUDE USING gist (path WITH =, daterange(valid_from, valid_until) WITH &&);
GRANT INSERT, UPDATE ON category TO dispatch_app;
