-- Boundary versions whose villages and towns the places lie in by now, and what that changed.
CREATE TABLE place_settlement (
    boundary_version INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    added INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT place_settlement_pkey PRIMARY KEY (boundary_version),
    CONSTRAINT place_settlement_boundary_version_fkey FOREIGN KEY (boundary_version) REFERENCES boundary_version (id)
);
GRANT SELECT, INSERT ON place_settlement TO dispatch_app;
