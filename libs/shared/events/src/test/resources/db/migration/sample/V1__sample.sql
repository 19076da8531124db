CREATE TABLE aggregate (
    id      uuid PRIMARY KEY,
    version bigint NOT NULL
);
CREATE TABLE effect (
    id      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    subject uuid   NOT NULL,
    version bigint NOT NULL
);
COMMENT ON TABLE aggregate IS 'Subjects of events.';
COMMENT ON TABLE effect IS 'What a consumer made of them.';
