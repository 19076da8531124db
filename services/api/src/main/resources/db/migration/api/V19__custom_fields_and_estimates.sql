CREATE TABLE custom_field (
    id         uuid PRIMARY KEY,
    project_id uuid     NOT NULL REFERENCES project,
    position   smallint NOT NULL,
    name       text     NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
    type       text     NOT NULL
        CHECK (type IN ('text', 'number', 'date', 'select', 'multi-select', 'component', 'version', 'user', 'url')),
    options    jsonb    NOT NULL,
    archived   boolean  NOT NULL,
    UNIQUE (project_id, position)
);
COMMENT ON TABLE custom_field IS 'Fields that projects add to their tasks, with the options of their values.';

-- Values by the ids of their fields: a string, a number, or an array of strings.
ALTER TABLE task ADD COLUMN custom jsonb NOT NULL DEFAULT '{}';
ALTER TABLE task ADD COLUMN estimate_minutes integer CHECK (estimate_minutes BETWEEN 1 AND 600000);

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
       (SELECT ARRAY [i.id::text, i.name, i.state, t.sprint_added::text] FROM sprint i WHERE i.id = t.sprint_id) AS sprint,
       t.custom,
       t.estimate_minutes
  FROM task t
  JOIN project p ON p.id = t.project_id
  JOIN project_member m ON m.project_id = p.id;
