-- What others see of people, projected from auth's events by the consumer profiles. An id without a row is a person of whom
-- nothing was heard yet.
CREATE TABLE profile (
    user_id uuid    PRIMARY KEY,
    name    text    NOT NULL,
    active  boolean NOT NULL,
    version bigint  NOT NULL
);
COMMENT ON TABLE profile IS 'Names of people and whether they may sign in: a projection of what auth tells.';
