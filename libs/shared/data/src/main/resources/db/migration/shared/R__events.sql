-- The event log of every schema, and how far its consumers are. Repeatable: tables that exist stay, columns are only added.

-- Rows are inserted after their subject's lock is taken, so per subject seq follows the order of the facts. position is given
-- later by one stamper at a time, without gaps: consumers read by it (docs/events.md).
CREATE TABLE IF NOT EXISTS event_log (
    subject  uuid                  NOT NULL,
    version  bigint                NOT NULL CHECK (version > 0),
    seq      bigint                NOT NULL GENERATED ALWAYS AS IDENTITY,
    position bigint,
    epoch    bigint                NOT NULL DEFAULT current_setting('pmt.epoch')::bigint,
    id       uuid                  NOT NULL,
    type     text COLLATE "C"      NOT NULL,
    time     timestamptz           NOT NULL,
    actor    uuid,
    data     jsonb                 NOT NULL,
    PRIMARY KEY (subject, version)
) WITH (fillfactor = 80);
-- Where in a trace (W3C Trace Context) the fact became true.
ALTER TABLE event_log ADD COLUMN IF NOT EXISTS trace text COLLATE "C";
-- Partial, so that writers need not enter rows that have no position yet; a constraint cannot be.
CREATE UNIQUE INDEX IF NOT EXISTS event_log_position ON event_log (position) WHERE position IS NOT NULL;
CREATE INDEX IF NOT EXISTS event_log_unstamped ON event_log (seq) WHERE position IS NULL;

CREATE TABLE IF NOT EXISTS event_relay (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint  NOT NULL
);
INSERT INTO event_relay (position) VALUES (0) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS event_consumer (
    name     text COLLATE "C" PRIMARY KEY,
    producer text COLLATE "C" NOT NULL,
    position bigint,
    paused   boolean          NOT NULL DEFAULT false
);

-- No position: the consumer is to start from a snapshot.
ALTER TABLE event_consumer ALTER COLUMN position DROP NOT NULL, ALTER COLUMN position DROP DEFAULT;

CREATE TABLE IF NOT EXISTS event_inbox (
    consumer text COLLATE "C" NOT NULL REFERENCES event_consumer,
    event_id uuid             NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

CREATE TABLE IF NOT EXISTS event_dead_letter (
    consumer text COLLATE "C" NOT NULL REFERENCES event_consumer,
    position bigint           NOT NULL,
    event_id uuid             NOT NULL,
    subject  uuid             NOT NULL,
    event    jsonb            NOT NULL,
    state    text             NOT NULL CHECK (state IN ('retrying', 'parked', 'waiting')),
    attempts integer          NOT NULL,
    error    text CHECK (char_length(error) <= 500),
    retry_at timestamptz,
    PRIMARY KEY (consumer, event_id),
    CHECK ((state = 'retrying') = (retry_at IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS event_dead_letter_subject ON event_dead_letter (consumer, subject, position);

COMMENT ON TABLE event_log IS 'What happened to this service''s subjects, in order; kept for a replay window.';
COMMENT ON TABLE event_relay IS 'The highest position given to an event; its row is the stampers'' lock.';
COMMENT ON TABLE event_consumer IS 'How far each consumer of this service has read which producer''s log.';
COMMENT ON TABLE event_inbox IS 'Events whose effects are in this schema, so that none takes effect twice.';
COMMENT ON TABLE event_dead_letter IS 'Events that a consumer could not handle yet, and later ones of their subjects.';
