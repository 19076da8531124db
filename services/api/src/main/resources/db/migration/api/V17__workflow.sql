-- A workflow holds what it closes: a project without rows is open, and so is a status that comes later.
CREATE TABLE closed_transition (
    from_status uuid NOT NULL REFERENCES status ON DELETE CASCADE,
    to_status   uuid NOT NULL REFERENCES status ON DELETE CASCADE,
    PRIMARY KEY (from_status, to_status),
    CHECK (from_status <> to_status)
);
CREATE INDEX closed_transition_to ON closed_transition (to_status);
COMMENT ON TABLE closed_transition IS 'Ways from one status to another that the workflow of a project has closed.';
