CREATE TABLE known (
    subject uuid   PRIMARY KEY,
    version bigint NOT NULL,
    times   int    NOT NULL DEFAULT 1
);
COMMENT ON TABLE known IS 'Another service''s subjects, as its events tell.';
