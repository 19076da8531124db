-- Fences every table that has no fence yet, so that no migration needs to mention it.
DO $$
DECLARE
    unfenced text;
BEGIN
    FOR unfenced IN
        SELECT format('%I.%I', n.nspname, c.relname)
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = '${flyway:defaultSchema}' AND c.relkind IN ('r', 'p')
           AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'fence')
    LOOP
        EXECUTE format('CREATE TRIGGER fence BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s
                            FOR EACH STATEMENT EXECUTE FUNCTION "${flyway:defaultSchema}".fence()', unfenced);
    END LOOP;
END
$$;
