-- owner_id names a user of auth. Names are unique for their owner only: two people may well share two views of one name.
CREATE TABLE saved_view (
    id         uuid        PRIMARY KEY,
    project_id uuid        NOT NULL REFERENCES project,
    owner_id   uuid        NOT NULL,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    query      text        NOT NULL CHECK (char_length(query) <= 2000),
    columns    text[],
    shared     boolean     NOT NULL,
    version    bigint      NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (project_id, owner_id, lower(name));
COMMENT ON TABLE saved_view IS 'Queries that people keep under a name, for themselves or for everyone in a project.';
