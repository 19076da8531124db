-- rank orders the tasks of a project by code units (see Rank). source_* and source are set on imported tasks only:
-- source_key is the key in the file, source_hash tells whether a row of the file changed, source holds a hash for each
-- field and the texts that the columns of this table cannot give back byte for byte.
CREATE TABLE task (
    id          uuid PRIMARY KEY,
    project_id  uuid             NOT NULL REFERENCES project,
    number      bigint           NOT NULL CHECK (number > 0),
    title       text             NOT NULL CHECK (char_length(title) BETWEEN 1 AND 500),
    description text             NOT NULL CHECK (char_length(description) <= 200000),
    status_id   uuid             NOT NULL,
    type        text             NOT NULL CHECK (type IN ('task', 'bug', 'story', 'epic', 'subtask')),
    priority    text             NOT NULL CHECK (priority IN ('lowest', 'low', 'medium', 'high', 'highest')),
    assignee_id uuid,
    reporter_id uuid,
    points      numeric(6, 2) CHECK (points BETWEEN 0 AND 9999),
    labels      text[]           NOT NULL DEFAULT '{}' CHECK (cardinality(labels) <= 20),
    rank        text COLLATE "C" NOT NULL,
    archived    boolean          NOT NULL DEFAULT false,
    version     bigint           NOT NULL DEFAULT 1,
    created_at  timestamptz      NOT NULL,
    updated_at  timestamptz      NOT NULL,
    source_key  text COLLATE "C",
    source_hash text,
    source      jsonb,
    UNIQUE (project_id, number),
    -- checked at the end of a statement, so that one statement can respace many ranks
    UNIQUE (project_id, rank) DEFERRABLE INITIALLY IMMEDIATE,
    UNIQUE (source_key, project_id),
    FOREIGN KEY (project_id, status_id) REFERENCES status (project_id, id)
);
CREATE INDEX task_column ON task (status_id, rank) WHERE NOT archived;
CREATE INDEX task_updated ON task (project_id, updated_at, id);

-- Who sees a task: the members of its project, each with their role. Queries for one task read from here, so that rights
-- and data come from one statement.
CREATE VIEW visible_task AS
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
       m.role
  FROM task t
  JOIN project p ON p.id = t.project_id
  JOIN project_member m ON m.project_id = p.id;
