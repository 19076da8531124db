-- Which bytes the service keeps under their SHA-256. wanted_at is when they were uploaded last, or an attachment of them was
-- deleted: only what nobody has wanted for a while, and no attachment names, is removed. The reference below holds even if
-- that is ever done wrongly.
CREATE TABLE stored_file (
    sha256    text COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size      bigint      NOT NULL CHECK (size > 0),
    wanted_at timestamptz NOT NULL
);
CREATE INDEX stored_file_wanted ON stored_file (wanted_at);
COMMENT ON TABLE stored_file IS 'Which bytes are kept under their SHA-256, and when they were wanted last.';

-- Who left the project stays the one who added it.
CREATE TABLE attachment (
    id         uuid PRIMARY KEY,
    task_id    uuid             NOT NULL REFERENCES task,
    name       text             NOT NULL CHECK (char_length(name) BETWEEN 1 AND 255),
    media_type text             NOT NULL,
    size       bigint           NOT NULL,
    sha256     text COLLATE "C" NOT NULL REFERENCES stored_file,
    added_by   uuid             NOT NULL,
    added_at   timestamptz      NOT NULL
);
CREATE INDEX attachment_task ON attachment (task_id, id);
CREATE INDEX attachment_sha256 ON attachment (sha256);
COMMENT ON TABLE attachment IS 'Files at tasks: their names and what they are; the bytes are in the store of files.';

-- An attachment is no change of its task, so a line of it stands beside the one that led to the same version.
ALTER TABLE task_activity
    DROP CONSTRAINT task_activity_pkey,
    ADD PRIMARY KEY (task_id, version, event_id),
    DROP CONSTRAINT task_activity_kind_check,
    ADD CONSTRAINT task_activity_kind_check
        CHECK (kind IN ('created', 'changed', 'assigned', 'transitioned', 'archived', 'unarchived', 'related', 'unrelated',
                        'attached', 'detached'))
        NOT VALID;
