package dev.pmt.bench;

import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.service.UuidV7;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Says it by PMT's event log, with the pool, migrations, relay and consumers that every service has. */
final class LogTeller implements Teller {

    private static final String CONSUMER = "arrivals";
    private static final String TYPE = "pmt.parcel.sent.v1";

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

    private record Arrivals(Parcels parcels) implements EventConsumer {

        @Override
        public String name() {
            return CONSUMER;
        }

        @Override
        public String producer() {
            return EventApplication.NAME;
        }

        @Override
        public Set<String> types() {
            return Set.of(TYPE);
        }

        @Override
        public void forget(long after) {
            throw new UnsupportedOperationException("parcels do not go back");
        }

        @Override
        public void handle(List<Event> events) {
            parcels.arrive(events.stream().map(Event::subject).toList());
        }
    }

    private final ConfigurableApplicationContext context;
    private final TransactionTemplate transaction;
    private final Parcels parcels;
    private final EventLog log;
    private final JdbcClient jdbc;

    LogTeller(EventApplication application) {
        context = application.start(Application.class, "--pmt.boot-modules=jdbc,transaction");
        transaction = context.getBean(TransactionTemplate.class);
        parcels = context.getBean(Parcels.class);
        log = context.getBean(EventLog.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    /** Inserts a parcel and says nothing. */
    void send(UUID parcel) {
        transaction.executeWithoutResult(_ -> parcels.send(parcel));
    }

    @Override
    public void tell(UUID parcel) {
        transaction.executeWithoutResult(_ -> {
            parcels.send(parcel);
            log.append(fact(parcel));
        });
    }

    /** Appends events and nothing else, many in each transaction. */
    void append(int events, Supplier<UUID> ids) {
        var batch = 500;
        for (int done = 0; done < events; done += batch) {
            var facts = IntStream.range(0, Math.min(batch, events - done))
                    .mapToObj(_ -> fact(ids.get()))
                    .toList();
            transaction.executeWithoutResult(_ -> log.append(facts));
        }
    }

    @Override
    public boolean isHeard() {
        return jdbc.sql(HEARD).param("consumer", CONSUMER).query(Boolean.class).single();
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

    private static Fact fact(UUID parcel) {
        return new Fact(TYPE, parcel, 1, null, new ParcelSent(parcel, Parcels.LABEL));
    }
}
