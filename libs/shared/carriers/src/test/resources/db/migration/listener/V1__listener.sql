CREATE TABLE effect (
    id       bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    producer text   NOT NULL,
    position bigint NOT NULL,
    subject  uuid   NOT NULL,
    version  bigint NOT NULL,
    batch    int    NOT NULL,
    text     text   NOT NULL
);
CREATE TABLE poisoned (
    subject uuid PRIMARY KEY
);
COMMENT ON TABLE effect IS 'What the consumers made of events, in the order in which they did.';
COMMENT ON TABLE poisoned IS 'Subjects whose events cannot be handled.';
