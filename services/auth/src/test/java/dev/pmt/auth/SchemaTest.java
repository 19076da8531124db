package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final String TABLES = "from pg_class where relkind = 'r' and relnamespace = 'auth'::regnamespace";

    @Test
    void says_of_every_table_what_it_holds() {
        try (var auth = RunningAuth.start()) {
            assertThat(Integer.parseInt(auth.value("select count(*) " + TABLES)))
                    .isGreaterThanOrEqualTo(8);
            assertThat(auth.value("select string_agg(relname, ' ') " + TABLES
                            + " and obj_description(oid, 'pg_class') is null"))
                    .isNull();
        }
    }
}
