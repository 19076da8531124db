-- Who left the project stays the one who worked.
CREATE TABLE work_log (
    id        uuid PRIMARY KEY,
    task_id   uuid        NOT NULL REFERENCES task,
    user_id   uuid        NOT NULL,
    day       date        NOT NULL,
    minutes   integer     NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    note      text        NOT NULL CHECK (char_length(note) <= 500),
    logged_at timestamptz NOT NULL,
    version   bigint      NOT NULL DEFAULT 1
);
CREATE INDEX work_log_task ON work_log (task_id, day DESC, id DESC);
COMMENT ON TABLE work_log IS 'Time that people worked on tasks, by day.';
