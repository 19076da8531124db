package dev.pmt.shared.events.producer;

import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.EventSnapshot;
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
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service that says what happens to its subjects. */
@SpringBootApplication
@SharedWeb
@SharedData
@SharedEvents
public class ProducerApplication {

    /** What it says. */
    public static final String CHANGED = "pmt.aggregate.changed.v1";

    /** Starts it as the hosts do. */
    public static final class Service extends SpringService {

        /** Names it {@code sample}. */
        public Service() {
            super("sample", ProducerApplication.class);
        }
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
        return jwt.chain(http, "/change/*");
    }

    @Bean
    EventSnapshot state(JdbcClient jdbc) {
        return listener -> jdbc.sql("SELECT id, version FROM aggregate")
                .query((row, number) -> new Fact(
                        CHANGED, row.getObject("id", UUID.class), row.getLong("version"), null, Map.of("Ä", "\"")))
                .list()
                .forEach(listener);
    }

    @RestController
    static class Door {

        private final JdbcClient jdbc;
        private final EventLog log;

        Door(JdbcClient jdbc, EventLog log) {
            this.jdbc = jdbc;
            this.log = log;
        }

        @PostMapping("/change/{id}")
        @Transactional
        public void change(@PathVariable UUID id) {
            var version = jdbc.sql("""
                            INSERT INTO aggregate (id, version) VALUES (:id, 1)
                            ON CONFLICT (id) DO UPDATE SET version = aggregate.version + 1
                            RETURNING version
                            """).param("id", id).query(Long.class).single();
            log.append(new Fact(CHANGED, id, version, null, Map.of("Ä", "\"")));
        }
    }
}
