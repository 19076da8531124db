package dev.pmt.bench;

import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.EventConsumer;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.service.UuidV7;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says it by PMT's event log, with the pool, migrations, relay and consumers that every service has. */
final class LogTeller implements Teller {

    private static final String HEARD = """
            SELECT c.position = r.position AND NOT EXISTS (SELECT FROM event_log WHERE position IS NULL)
              FROM event_consumer c, event_relay r
             WHERE c.name = :consumer
            """;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @SharedData
    @SharedEvents
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Supplier<UUID> ids() {
            return new UuidV7();
        }

        @Bean
        Parcels parcels(JdbcClient jdbc, Stopwatch stopwatch) {
            return new Parcels(jdbc, stopwatch);
        }

        @Bean
        EventConsumer arrivals(Parcels parcels) {
            return new Arrivals(parcels);
        }
    }

    private final ConfigurableApplicationContext context;
    private final Sender sender;
    private final JdbcClient jdbc;

    LogTeller(EventApplication application) {
        context = application.start(EventApplication.SENDER, Application.class, WebApplicationType.NONE, Map.of());
        sender = Sender.of(context);
        jdbc = context.getBean(JdbcClient.class);
    }

    Sender sender() {
        return sender;
    }

    @Override
    public void tell(UUID parcel) {
        sender.tell(parcel);
    }

    @Override
    public boolean isHeard() {
        return jdbc.sql(HEARD)
                .param("consumer", Arrivals.NAME)
                .query(Boolean.class)
                .single();
    }

    /** Stops the relay and the consumer. */
    void pause() {
        List.of("eventConsumers", "eventRelay")
                .forEach(name -> context.getBean(name, Lifecycle.class).stop());
    }

    /** Starts both again. */
    void resume() {
        List.of("eventRelay", "eventConsumers")
                .forEach(name -> context.getBean(name, Lifecycle.class).start());
    }

    @Override
    public void close() {
        context.close();
    }
}
