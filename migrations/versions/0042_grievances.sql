-- What those who do the work say against it (投诉建议): read by whoever said it and by the district's people, of whom the
-- service lets the supervisors ask. Who answers is never who said it; what was said stays as it was.
CREATE TABLE grievance (
    id UUID NOT NULL,
    person INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    named BOOLEAN NOT NULL,
    words TEXT NOT NULL,
    said_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    answer TEXT,
    answered_at TIMESTAMP WITH TIME ZONE,
    answered_by INTEGER,
    CONSTRAINT grievance_pkey PRIMARY KEY (id),
    CONSTRAINT grievance_person_fkey FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT grievance_unit_fkey FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT grievance_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person (id),
    CONSTRAINT grievance_answer_check CHECK (num_nulls(answer, answered_at, answered_by) IN (0, 3)),
    CONSTRAINT grievance_two_check CHECK (answered_by <> person)
);
CREATE INDEX grievance_person_said_at_idx ON grievance (person, said_at);
CREATE INDEX grievance_answered_at_idx ON grievance (answered_at);
CREATE INDEX grievance_waiting_idx ON grievance (said_at) WHERE answered_at IS NULL;
ALTER TABLE grievance ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON grievance USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());
CREATE POLICY reader ON grievance FOR SELECT USING (
    ARRAY['person:' || person, 'unit:' || (SELECT u.id FROM unit u WHERE u.kind = 'district_center')]
        && dispatch_audience()
);
GRANT SELECT, INSERT ON grievance TO dispatch_app;
GRANT UPDATE (answer, answered_at, answered_by) ON grievance TO dispatch_app;
