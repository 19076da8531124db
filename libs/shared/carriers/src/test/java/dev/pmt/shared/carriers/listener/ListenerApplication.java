package dev.pmt.shared.carriers.listener;

import dev.pmt.shared.carriers.SharedCarriers;
import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.EventCarrier;
import dev.pmt.shared.events.EventConsumer;
import dev.pmt.shared.events.EventFeed;
import dev.pmt.shared.events.EventFeeds;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import dev.pmt.shared.web.SpringService;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A service that writes down what two others say. */
@SpringBootApplication
@SharedWeb
@SharedData
@SharedEvents
@SharedCarriers
public class ListenerApplication {

    /** Starts it as the hosts do. */
    public static final class Service extends SpringService {

        /** Names it {@code listener}. */
        public Service() {
            super("listener", ListenerApplication.class);
        }
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
        return jwt.chain(http, "/next");
    }

    @Bean
    EventConsumer fromSample(JdbcClient jdbc, JsonMapper json) {
        return new WritingDown("sample", jdbc, json);
    }

    @Bean
    EventConsumer fromSecond(JdbcClient jdbc, JsonMapper json) {
        return new WritingDown("second", jdbc, json);
    }

    /** Lets a test read by the carrier, as one reader more. */
    @RestController
    static class Door {

        private final EventFeed feed;

        Door(EventFeeds feeds, ObjectProvider<EventCarrier> carrier) {
            var log = feeds.of("sample");
            var broker = carrier.getIfAvailable();
            this.feed = broker == null ? log : broker.feed("sample", "door", log);
        }

        /** Returns the positions of the events behind one. */
        @GetMapping("/next")
        synchronized List<Long> next(@RequestParam long after, @RequestParam Duration wait)
                throws InterruptedException {
            return feed.read(after, 10, wait).stream()
                    .map(event -> event.position())
                    .toList();
        }
    }
}
