-- A task may belong to another one of its project; which types fit under which is TaskType's to say.
ALTER TABLE task ADD COLUMN parent_id uuid REFERENCES task;
CREATE INDEX task_children ON task (parent_id, rank) WHERE parent_id IS NOT NULL;

-- Days in the calendar of whoever reads them, in no time zone.
ALTER TABLE task ADD COLUMN start_date date, ADD COLUMN due_date date, ADD CHECK (start_date <= due_date);
CREATE INDEX task_due ON task (project_id, (coalesce(due_date, DATE '9999-12-31')), id);

-- parent is its id, number, type and title; children counts those that are done and all, without archived ones. Both are
-- worked out only for queries that name them.
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
       t.due_date
  FROM task t
  JOIN project p ON p.id = t.project_id
  JOIN project_member m ON m.project_id = p.id;
