-- Open tickets by the person who leads them: asked for whenever somebody leaves a post.
CREATE INDEX ticket_lead_person_open_idx ON ticket (lead_person) WHERE lead_person IS NOT NULL
    AND state NOT IN ('merged', 'closed', 'cancelled', 'rejected', 'handed_back');
