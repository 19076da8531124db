-- Who may see what, as api's events tell it.
CREATE TABLE project_member (
    project_id uuid NOT NULL,
    user_id    uuid NOT NULL,
    PRIMARY KEY (project_id, user_id)
);

CREATE TABLE task_project (
    task_id    uuid PRIMARY KEY,
    project_id uuid NOT NULL
);

-- Written in order of position by one consumer at a time, in the transaction that keeps the tables above.
CREATE TABLE recent_event (
    position   bigint      PRIMARY KEY,
    project_id uuid        NOT NULL,
    task_id    uuid,
    leaver_id  uuid,
    heard_at   timestamptz NOT NULL,
    message    text        NOT NULL
);

CREATE TABLE live_ticket (
    hash       bytea       PRIMARY KEY,
    user_id    uuid        NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX live_ticket_expiry ON live_ticket (expires_at);

COMMENT ON TABLE project_member IS 'Who sees which project: a projection of api''s events.';
COMMENT ON TABLE task_project IS 'Which project each task belongs to: a projection of api''s events.';
COMMENT ON TABLE recent_event IS 'The latest events of api, as sockets are told them and may ask for again.';
COMMENT ON TABLE live_ticket IS 'Hashes of tickets that open one socket each within seconds.';
