-- How tasks stand to each other, within a project or across projects. One row, whichever end it was made from: kind is said
-- of from_id, as "from_id blocks to_id". Writers lock the table first, so that no two of them close a circle of blocks.
CREATE TABLE task_relation (
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('blocks', 'relates-to', 'duplicates')),
    from_id    uuid        NOT NULL REFERENCES task,
    to_id      uuid        NOT NULL REFERENCES task CHECK (to_id <> from_id),
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX task_relation_once ON task_relation (least(from_id, to_id), greatest(from_id, to_id), kind);
CREATE INDEX task_relation_from ON task_relation (from_id, kind);
CREATE INDEX task_relation_to ON task_relation (to_id, kind);
COMMENT ON TABLE task_relation IS 'Which task blocks, duplicates or relates to which.';

-- Who leaves a project watches none of its tasks.
CREATE TABLE task_watcher (
    task_id    uuid        NOT NULL REFERENCES task,
    user_id    uuid        NOT NULL,
    project_id uuid        NOT NULL,
    since      timestamptz NOT NULL,
    PRIMARY KEY (task_id, user_id),
    FOREIGN KEY (project_id, user_id) REFERENCES project_member ON DELETE CASCADE
);
CREATE INDEX task_watcher_user ON task_watcher (user_id, project_id, task_id);
COMMENT ON TABLE task_watcher IS 'Who wants to hear of which task; only members of its project.';

-- The task at the other end of a relation that came or went: its key is for those who see it. Of the lines there are, each
-- has one of the kinds of before, so they need no second look.
ALTER TABLE task_activity
    ADD COLUMN other_id uuid,
    DROP CONSTRAINT task_activity_kind_check,
    ADD CONSTRAINT task_activity_kind_check
        CHECK (kind IN ('created', 'changed', 'assigned', 'transitioned', 'archived', 'unarchived', 'related', 'unrelated'))
        NOT VALID;
