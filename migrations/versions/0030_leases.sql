-- What one process at a time may do is held by a lease: until an instant of the database's clock, under a number that
-- rises with every other holder. Nothing of it is bound to a connection.
CREATE TABLE lease (
    name text NOT NULL CONSTRAINT lease_pkey PRIMARY KEY,
    holder uuid,
    fence bigint DEFAULT 0 NOT NULL,
    until timestamp with time zone DEFAULT now() NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON lease TO dispatch_app;
ALTER TABLE lease ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON lease USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
