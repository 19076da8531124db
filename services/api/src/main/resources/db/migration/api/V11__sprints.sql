-- A span of time for which a team takes tasks on. committed_* is what was in it when it was started; removed_* is how much
-- of that has left since. outcome is what it came to, kept while it is completed, whatever becomes of its tasks.
CREATE TABLE sprint (
    id               uuid PRIMARY KEY,
    project_id       uuid        NOT NULL REFERENCES project,
    name             text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    goal             text        NOT NULL CHECK (char_length(goal) <= 2000),
    starts_on        date,
    ends_on          date,
    state            text        NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'active', 'completed')),
    capacity         numeric(6, 2) CHECK (capacity BETWEEN 0 AND 9999),
    committed_tasks  bigint,
    committed_points numeric,
    removed_tasks    bigint      NOT NULL DEFAULT 0,
    removed_points   numeric     NOT NULL DEFAULT 0,
    outcome          jsonb,
    started_at       timestamptz,
    completed_at     timestamptz,
    version          bigint      NOT NULL DEFAULT 1,
    UNIQUE (project_id, id),
    CHECK (starts_on <= ends_on),
    CHECK (state = 'planned' OR (starts_on IS NOT NULL AND ends_on IS NOT NULL AND started_at IS NOT NULL
        AND committed_tasks IS NOT NULL AND committed_points IS NOT NULL)),
    CHECK ((state = 'completed') = (completed_at IS NOT NULL AND outcome IS NOT NULL))
);
CREATE UNIQUE INDEX sprint_name ON sprint (project_id, lower(name));
COMMENT ON TABLE sprint IS 'Sprints: what a team takes on for a while, what was in them at their start and what they came to.';

-- sprint_added: it came into its sprint after the start.
ALTER TABLE task ADD COLUMN sprint_id    uuid,
                 ADD COLUMN sprint_added boolean NOT NULL DEFAULT false,
                 ADD CONSTRAINT task_sprint_of_project FOREIGN KEY (project_id, sprint_id) REFERENCES sprint (project_id, id);
CREATE INDEX task_sprint ON task (sprint_id, rank) WHERE sprint_id IS NOT NULL;

-- As before, with the sprint's id, name, state and whether the task came into it after its start.
CREATE OR REPLACE VIEW visible_task AS
SELECT t.id,
       p.key || '-' || t.number AS key,
       p.key                    AS project_key,
       t.project_id,
       t.number,
       nullif(t.source_key, p.key || '-' || t.number) AS other_key,
       t.source_key,
       t.title,
       t.description,
       t.status_id,
       t.type,
       t.priority,
       t.assignee_id,
       t.reporter_id,
       t.points,
       t.labels,
       t.rank,
       t.archived,
       t.version,
       t.created_at,
       t.updated_at,
       m.user_id                AS viewer_id,
       m.role,
       (SELECT ARRAY [a.id::text, a.number::text, a.type, a.title] FROM task a WHERE a.id = t.parent_id) AS parent,
       (SELECT ARRAY [count(*) FILTER (WHERE s.category = 'done'), count(*)]
          FROM task c
          JOIN status s ON s.id = c.status_id
         WHERE c.parent_id = t.id AND NOT c.archived)                                                    AS children,
       t.start_date,
       t.due_date,
       (SELECT ARRAY [i.id::text, i.name, i.state, t.sprint_added::text] FROM sprint i WHERE i.id = t.sprint_id) AS sprint
  FROM task t
  JOIN project p ON p.id = t.project_id
  JOIN project_member m ON m.project_id = p.id;
