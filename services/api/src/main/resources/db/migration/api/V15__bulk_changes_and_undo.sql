-- What each write of people did to a task, before and after, so that it can be undone while it is kept. version is the task's
-- after the write, facts how far the write raised it. Tasks are never deleted, so that no foreign key would find anything; it
-- would lock every task of a bulk change a second time.
CREATE TABLE task_change (
    task_id uuid        NOT NULL,
    version bigint      NOT NULL,
    facts   smallint    NOT NULL CHECK (facts > 0),
    changes jsonb       NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (task_id, version)
);
CREATE INDEX task_change_age ON task_change (at);
COMMENT ON TABLE task_change IS 'What each write of the last weeks did to a task, so that it can be undone.';

-- A change of many tasks, and the lease of who works on it. undoes names the one that it takes back; change is empty then.
CREATE TABLE bulk_change (
    id          uuid PRIMARY KEY,
    project_id  uuid        NOT NULL REFERENCES project,
    created_by  uuid        NOT NULL,
    change      jsonb,
    undoes      uuid,
    state       text        NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    total       integer     NOT NULL,
    done        integer     NOT NULL DEFAULT 0 CHECK (done <= total),
    changed     integer     NOT NULL DEFAULT 0,
    refused     integer     NOT NULL DEFAULT 0,
    error       text,
    worker      uuid,
    lease_until timestamptz,
    attempts    integer     NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    CHECK ((change IS NULL) = (undoes IS NOT NULL))
);
CREATE INDEX bulk_change_open ON bulk_change (created_at) WHERE state IN ('queued', 'running');
CREATE INDEX bulk_change_age ON bulk_change (created_at);
COMMENT ON TABLE bulk_change IS 'Changes of many tasks: what they do, how far they have come and who works on them.';

-- The tasks of a change, fixed when it begins. version is that of the row in task_change, for a task that was changed; reason
-- says why the task, or a part of it, was left as it is.
CREATE TABLE bulk_task (
    change_id uuid    NOT NULL REFERENCES bulk_change ON DELETE CASCADE,
    position  integer NOT NULL,
    task_id   uuid    NOT NULL,
    version   bigint,
    reason    text,
    PRIMARY KEY (change_id, position)
);
CREATE INDEX bulk_task_reason ON bulk_task (change_id, position) WHERE reason IS NOT NULL;
COMMENT ON TABLE bulk_task IS 'Which tasks a bulk change is of, and what became of each.';
