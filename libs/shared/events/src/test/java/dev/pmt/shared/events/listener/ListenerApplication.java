package dev.pmt.shared.events.listener;

import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.events.producer.ProducerApplication;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import dev.pmt.shared.web.SpringService;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A service that keeps what another one says. */
@SpringBootApplication
@SharedWeb
@SharedData
@SharedEvents
public class ListenerApplication {

    /** Starts it as the hosts do. */
    public static final class Service extends SpringService {

        /** Names it {@code other}. */
        public Service() {
            super("other", ListenerApplication.class);
        }
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
        return jwt.chain(http);
    }

    @Bean
    EventConsumer known(JdbcClient jdbc) {
        return new Known(jdbc);
    }

    private record Known(JdbcClient jdbc) implements EventConsumer {

        @Override
        public String name() {
            return "known";
        }

        @Override
        public String producer() {
            return "sample";
        }

        @Override
        public Set<String> types() {
            return Set.of(ProducerApplication.CHANGED);
        }

        @Override
        public boolean startsFromSnapshot() {
            return true;
        }

        @Override
        public void forget(long after) {
            jdbc.sql("DELETE FROM known").update();
        }

        @Override
        public void handle(List<Event> events) {
            for (var event : events) {
                jdbc.sql("""
                                INSERT INTO known (subject, version) VALUES (:subject, :version)
                                ON CONFLICT (subject) DO UPDATE SET version = :version, times = known.times + 1
                                """)
                        .param("subject", event.subject())
                        .param("version", event.version())
                        .update();
            }
        }
    }
}
