-- What happened to tasks, projected from the event log by the consumer task-activity.
CREATE TABLE task_activity (
    task_id  uuid        NOT NULL,
    version  bigint      NOT NULL,
    event_id uuid        NOT NULL,
    kind     text        NOT NULL
        CHECK (kind IN ('created', 'changed', 'assigned', 'transitioned', 'archived', 'unarchived')),
    at       timestamptz NOT NULL,
    actor_id uuid,
    changes  jsonb       NOT NULL,
    PRIMARY KEY (task_id, version)
);
COMMENT ON TABLE task_activity IS 'What happened to each task, for people to read: a projection of the event log.';

-- Tasks from before the log: that they were created is known, and their versions go on from where they are.
INSERT INTO task_activity (task_id, version, event_id, kind, at, actor_id, changes)
SELECT id, 1, gen_random_uuid(), 'created', created_at, reporter_id, '[]' FROM task;
