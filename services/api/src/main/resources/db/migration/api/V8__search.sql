-- The words of tasks, for "text ~" in queries: the expression is that of QueryFields. Words count as they are written
-- (simple), as tasks are written in many languages; of a description the beginning, as a tsvector holds at most a megabyte.
-- Only an index: a stored column would rewrite the table, shut readers out meanwhile and leave every row twice as long.
CREATE INDEX task_words ON task
    USING gin (to_tsvector('simple'::regconfig, title || ' ' || left(description, 50000)));

-- Lists across projects: the last change first, and what is somebody's.
CREATE INDEX task_latest ON task (updated_at, id);
CREATE INDEX task_assignee ON task (assignee_id, updated_at) WHERE assignee_id IS NOT NULL;
