package dev.pmt.auth.links;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one transaction at a time decide whether there is an administrator; held until it ends. */
@Component
class FirstAdministratorLock {

    private static final long KEY = 0x504d_5446_4952_5354L;

    private final JdbcClient jdbc;

    FirstAdministratorLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void acquire() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", KEY)
                .query((row, number) -> KEY)
                .single();
    }
}
