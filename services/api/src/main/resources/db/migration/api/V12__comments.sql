-- What people say about a task. version is that of the text, for If-Match; told counts the comment's events, those of its
-- reactions too, so that nobody's reaction gets in the way of who edits. Who left the project stays the author.
CREATE TABLE task_comment (
    id         uuid PRIMARY KEY,
    task_id    uuid        NOT NULL REFERENCES task,
    author_id  uuid        NOT NULL,
    text       text        NOT NULL CHECK (char_length(text) BETWEEN 1 AND 200000),
    created_at timestamptz NOT NULL,
    edited_at  timestamptz,
    version    bigint      NOT NULL DEFAULT 1,
    told       bigint      NOT NULL DEFAULT 1
);
CREATE INDEX task_comment_task ON task_comment (task_id, id);
COMMENT ON TABLE task_comment IS 'What people say about tasks, in Markdown.';

-- Which emoji there are is for the service to say, so that there can be more of them one day.
CREATE TABLE comment_reaction (
    comment_id uuid        NOT NULL REFERENCES task_comment ON DELETE CASCADE,
    emoji      text        NOT NULL,
    user_id    uuid        NOT NULL,
    since      timestamptz NOT NULL,
    PRIMARY KEY (comment_id, emoji, user_id)
);
COMMENT ON TABLE comment_reaction IS 'Who answered which comment with which emoji.';
