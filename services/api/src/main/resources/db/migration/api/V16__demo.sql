-- A project of a demonstration, how much of its life has been simulated, and by whom it is lived: auth's users, the one who
-- asked for it first.
CREATE TABLE demo (
    project_id uuid PRIMARY KEY REFERENCES project,
    place      smallint NOT NULL UNIQUE,
    people     uuid[]   NOT NULL,
    begins     date     NOT NULL,
    until      date     NOT NULL,
    next_day   date     NOT NULL
);
COMMENT ON TABLE demo IS 'Projects of a demonstration, and how much of their life has been simulated.';
