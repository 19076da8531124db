-- The columns of imported files, so that an export can give them back under their names. field is null for a column
-- that fills no task field; its texts are in task.source under this id.
CREATE TABLE source_column (
    project_id uuid     NOT NULL REFERENCES project,
    id         integer  NOT NULL,
    name       text     NOT NULL,
    occurrence smallint NOT NULL,
    field      text,
    PRIMARY KEY (project_id, id),
    UNIQUE NULLS NOT DISTINCT (project_id, name, occurrence, field)
);

-- All state of an import: whoever holds the lease works on it, rows_read is where it goes on after an interruption.
CREATE TABLE import_job (
    id             uuid PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    created_by     uuid        NOT NULL,
    filename       text CHECK (char_length(filename) <= 255),
    dry_run        boolean     NOT NULL,
    mapping        jsonb       NOT NULL,
    state          text        NOT NULL CHECK (state IN ('receiving', 'queued', 'running', 'done', 'failed')),
    bytes_total    bigint      NOT NULL DEFAULT 0,
    bytes_done     bigint      NOT NULL DEFAULT 0,
    number_floor   bigint,
    rows_read      bigint      NOT NULL DEFAULT 0,
    rows_created   bigint      NOT NULL DEFAULT 0,
    rows_updated   bigint      NOT NULL DEFAULT 0,
    rows_unchanged bigint      NOT NULL DEFAULT 0,
    rows_rejected  bigint      NOT NULL DEFAULT 0,
    error_line     bigint,
    error_message  text,
    worker         uuid,
    lease_until    timestamptz,
    attempts       integer     NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    started_at     timestamptz,
    finished_at    timestamptz
);
CREATE INDEX import_job_project ON import_job (project_id, id DESC);
CREATE INDEX import_job_open ON import_job (created_at) WHERE state IN ('receiving', 'queued', 'running');

-- The uploaded file in pieces, gone when the import has ended.
CREATE TABLE import_chunk (
    job_id   uuid    NOT NULL REFERENCES import_job ON DELETE CASCADE,
    position integer NOT NULL,
    data     bytea   NOT NULL,
    PRIMARY KEY (job_id, position)
);
ALTER TABLE import_chunk ALTER COLUMN data SET STORAGE EXTERNAL;

-- The keys met so far, to name a key that a file holds twice; gone when the import has ended.
CREATE TABLE import_seen (
    job_id     uuid             NOT NULL REFERENCES import_job ON DELETE CASCADE,
    source_key text COLLATE "C" NOT NULL,
    line       bigint           NOT NULL,
    PRIMARY KEY (job_id, source_key)
);

-- Rejected rows, in file order.
CREATE TABLE import_error (
    job_id     uuid   NOT NULL REFERENCES import_job ON DELETE CASCADE,
    position   bigint NOT NULL,
    line       bigint NOT NULL,
    source_key text,
    field      text,
    message    text   NOT NULL,
    PRIMARY KEY (job_id, position)
);
