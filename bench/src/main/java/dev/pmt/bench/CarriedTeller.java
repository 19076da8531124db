package dev.pmt.bench;

import dev.pmt.shared.carriers.SharedCarriers;
import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.EventConsumer;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Says it by PMT's event log to another service, with a schema of its own, over one of the carriers. */
final class CarriedTeller implements Teller {

    private static final String STAMPED = """
            SELECT position FROM event_relay WHERE NOT EXISTS (SELECT FROM event_log WHERE position IS NULL)
            """;

    private static final String POSITION = "SELECT position FROM event_consumer WHERE name = :consumer";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @SharedWeb
    @SharedData
    @SharedEvents
    @SharedCarriers
    static class Sending {

        @Bean
        Parcels parcels(JdbcClient jdbc, Stopwatch stopwatch) {
            return new Parcels(jdbc, stopwatch);
        }

        @Bean
        SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
            return jwt.chain(http);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Sending.class)
    static class Listening {

        @Bean
        EventConsumer arrivals(Parcels parcels) {
            return new Arrivals(parcels);
        }
    }

    private final ConfigurableApplicationContext sending;
    private final ConfigurableApplicationContext listening;
    private final Sender sender;
    private final Carrier carrier;

    /** Starts both services anew; the sender's log goes on. */
    CarriedTeller(EventApplication application, Administrator administrator, Carrier carrier)
            throws IOException, InterruptedException {
        sending = application.start(
                EventApplication.SENDER, Sending.class, WebApplicationType.SERVLET, carrier.settings());
        var port = sending.getEnvironment().getRequiredProperty("local.server.port");
        administrator.register(EventApplication.SENDER, URI.create("http://127.0.0.1:" + port));
        listening = application.start(
                EventApplication.LISTENER, Listening.class, WebApplicationType.SERVLET, settings(application, carrier));
        sender = Sender.of(sending);
        this.carrier = carrier;
    }

    private static Map<String, String> settings(EventApplication application, Carrier carrier) {
        var settings = new HashMap<>(carrier.settings());
        if (!carrier.near()) {
            settings.putAll(application.farFromAll());
        }
        return settings;
    }

    @Override
    public void tell(UUID parcel) {
        sender.tell(parcel);
    }

    @Override
    public boolean isHeard() {
        var log = sending.getBean(JdbcClient.class);
        var head = log.sql(STAMPED).query(Long.class).optional();
        return head.isPresent()
                && head.equals(position(log, "carrier:" + carrier.name()).or(() -> head))
                && head.equals(position(listening.getBean(JdbcClient.class), Arrivals.NAME));
    }

    private static Optional<Long> position(JdbcClient jdbc, String consumer) {
        return jdbc.sql(POSITION).param("consumer", consumer).query(Long.class).optional();
    }

    @Override
    public void close() {
        listening.close();
        sending.close();
    }
}
