-- revision grows with every write in the project, so a board's ETag is exact and cheap; the row is also the lock that
-- orders such writes. counter is the highest task number given away, rank_top the highest whole rank.
CREATE TABLE project (
    id          uuid PRIMARY KEY,
    key         text COLLATE "C" NOT NULL UNIQUE CHECK (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    description text        NOT NULL CHECK (char_length(description) <= 10000),
    counter     bigint      NOT NULL DEFAULT 0,
    rank_top    bigint      NOT NULL DEFAULT 0,
    revision    bigint      NOT NULL DEFAULT 1,
    version     bigint      NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);

CREATE TABLE status (
    id         uuid PRIMARY KEY,
    project_id uuid     NOT NULL REFERENCES project,
    position   smallint NOT NULL,
    name       text     NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
    category   text     NOT NULL CHECK (category IN ('todo', 'doing', 'done')),
    UNIQUE (project_id, position),
    UNIQUE (project_id, id)
);

-- user_id names a user of auth: another service's data, so no foreign key.
CREATE TABLE project_member (
    project_id uuid        NOT NULL REFERENCES project,
    user_id    uuid        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('viewer', 'member', 'maintainer', 'owner')),
    since      timestamptz NOT NULL,
    PRIMARY KEY (project_id, user_id)
);
CREATE INDEX project_member_user ON project_member (user_id, project_id);
