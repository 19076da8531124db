-- One row for each Idempotency-Key in use or used. claim names the attempt that may store the result; without a result, and
-- after lease_until, another attempt may take the row over. scope is a hash of method, path and key.
CREATE TABLE idempotent_request (
    user_id      uuid        NOT NULL,
    scope        text COLLATE "C" NOT NULL,
    claim        uuid        NOT NULL,
    fingerprint  text COLLATE "C",
    lease_until  timestamptz NOT NULL,
    created_at   timestamptz NOT NULL,
    status       smallint,
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    PRIMARY KEY (user_id, scope)
);
CREATE INDEX idempotent_request_age ON idempotent_request (created_at);

COMMENT ON TABLE project IS 'Projects, their counters and the revision that grows with every write in them.';
COMMENT ON TABLE status IS 'The columns of each project''s board, in their order.';
COMMENT ON TABLE project_member IS 'Which user has which role in which project.';
COMMENT ON TABLE task IS 'Tasks, with the texts of imported rows that their own columns cannot give back.';
COMMENT ON VIEW visible_task IS 'Tasks once for each user who may see them.';
COMMENT ON TABLE source_column IS 'Columns of imported files, so that an export gives them back under their names.';
COMMENT ON TABLE import_job IS 'Imports: their settings, how far they have come and who works on them.';
COMMENT ON TABLE import_chunk IS 'Uploaded files in pieces, until their import has ended.';
COMMENT ON TABLE import_seen IS 'Keys met so far in a running import, to find those that a file holds twice.';
COMMENT ON TABLE import_error IS 'Rejected rows of imports, in file order.';
COMMENT ON TABLE idempotent_request IS 'Answers to requests with an Idempotency-Key, kept to be given again.';
