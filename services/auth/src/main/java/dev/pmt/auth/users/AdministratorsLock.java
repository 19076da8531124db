package dev.pmt.auth.users;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one transaction at a time decide who administers the installation; held until it ends. */
@Component
public class AdministratorsLock {

    private static final long KEY = 0x504d_5446_4952_5354L;

    private final JdbcClient jdbc;

    AdministratorsLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other transaction holds it. */
    public void acquire() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", KEY)
                .query((row, number) -> KEY)
                .single();
    }
}
