-- Which database takes this schema's writes, and the function that refuses all others (docs/adr/0016). Repeatable.

CREATE TABLE IF NOT EXISTS fence_owner (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch  bigint  NOT NULL,
    holder text    NOT NULL
);
INSERT INTO fence_owner (epoch, holder)
SELECT 1, system_identifier || '/' || current_database() FROM pg_control_system()
ON CONFLICT DO NOTHING;
COMMENT ON TABLE fence_owner IS 'Which database takes the writes of this schema, and since which change of hands.';

-- The lock comes first, and the epoch is read by a statement of its own: a writer that waited behind a change of hands must see
-- what that change left. In one statement, or in a transaction with one snapshot, it would see what was before. Once a
-- transaction is enough: the lock lasts until its end, and so does pmt.fenced, which a savepoint takes back together with it.
CREATE OR REPLACE FUNCTION fence() RETURNS trigger LANGUAGE plpgsql AS $fence$
DECLARE
    passed text := '${flyway:defaultSchema} ' || current_setting('pmt.epoch', true);
    done   text;
    valid  bigint;
    owner  text;
BEGIN
    IF current_setting('pmt.fenced', true) = passed THEN
        RETURN NULL;
    END IF;
    done := pg_advisory_xact_lock_shared(1347245126, hashtext('${flyway:defaultSchema}'))::text;
    SELECT epoch, holder INTO valid, owner FROM "${flyway:defaultSchema}".fence_owner;
    IF valid::text IS DISTINCT FROM current_setting('pmt.epoch', true)
       OR current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION USING
            ERRCODE = 'PF001',
            MESSAGE = format('schema ${flyway:defaultSchema} must be written by epoch %s of %s in READ COMMITTED: this is epoch %s, %s',
                             valid, owner, coalesce(nullif(current_setting('pmt.epoch', true), ''), 'none'),
                             current_setting('transaction_isolation')),
            HINT = format('A service must be started anew on the database that holds the schema; a repair by hand begins with SET pmt.epoch = %s.',
                          valid);
    END IF;
    done := set_config('pmt.fenced', passed, true);
    RETURN NULL;
END
$fence$;
