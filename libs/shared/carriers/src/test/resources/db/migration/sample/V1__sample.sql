CREATE TABLE aggregate (
    id      uuid PRIMARY KEY,
    version bigint NOT NULL
);
COMMENT ON TABLE aggregate IS 'Subjects of events.';
