package dev.pmt.shared.carriers.producer;

import dev.pmt.shared.carriers.SharedCarriers;
import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import dev.pmt.shared.web.SpringService;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that says what it is told to say. */
@SpringBootApplication
@SharedWeb
@SharedData
@SharedEvents
@SharedCarriers
public class ProducerApplication {

    /** What it says. */
    public static final String SAID = "pmt.aggregate.said.v1";

    /** Starts it as the hosts do. */
    public static final class Service extends SpringService {

        /** Takes any name. */
        public Service(String name) {
            super(name, ProducerApplication.class);
        }
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
        return jwt.chain(http, "/say/*");
    }

    @RestController
    static class Door {

        private final JdbcClient jdbc;
        private final EventLog log;
        private final TransactionTemplate transaction;

        Door(JdbcClient jdbc, EventLog log, TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.log = log;
            this.transaction = transaction;
        }

        /** Says the same a number of times, each in a transaction of its own. */
        @PostMapping("/say/{id}")
        void say(@PathVariable UUID id, @RequestParam int times, @RequestBody String text) {
            for (int i = 0; i < times; i++) {
                transaction.executeWithoutResult(status ->
                        log.append(new Fact(SAID, id, nextVersion(id), UUID.randomUUID(), Map.of("text", text))));
            }
        }

        private long nextVersion(UUID id) {
            return jdbc.sql("""
                            INSERT INTO aggregate (id, version) VALUES (:id, 1)
                            ON CONFLICT (id) DO UPDATE SET version = aggregate.version + 1
                            RETURNING version
                            """).param("id", id).query(Long.class).single();
        }
    }
}
