package dev.pmt.shared.events;

import com.zaxxer.hikari.HikariDataSource;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.web.calls.Ports;
import dev.pmt.shared.web.calls.ServiceClient;
import dev.pmt.shared.web.calls.ServiceIdentity;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
class SharedEventsConfiguration {

    /** How long an administrator waits for a batch under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String service;
    private final EventSettings settings;
    private final Clock clock;

    SharedEventsConfiguration(
            @Value("${spring.application.name}") String service, EventSettings settings, Clock clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    Head eventHead() {
        return new Head();
    }

    @Bean
    Relay eventRelay(JdbcClient jdbc, PlatformTransactionManager transactions, Head head) {
        return new Relay(
                service,
                new Stamper(jdbc, new TransactionTemplate(transactions)),
                new Pruner(jdbc, settings, clock),
                head,
                settings,
                clock);
    }

    @Bean
    EventLog eventLog(JdbcTemplate jdbc, JsonMapper json, Supplier<UUID> ids, Telemetry telemetry, Relay relay) {
        return new EventLog(jdbc, json, ids, clock, telemetry.tracing(), relay::wake);
    }

    @Bean
    EventFeed eventFeed(
            JdbcClient jdbc,
            Head head,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Supplier<UUID> ids,
            ObjectProvider<EventSnapshot> tellers) {
        var snapshots = new Snapshots(
                service,
                jdbc,
                transactions,
                json,
                ids,
                clock,
                tellers.orderedStream().toList(),
                settings.batch());
        return new LocalFeed(service, jdbc, head, snapshots);
    }

    @Bean
    EventsController eventsController(EventFeed feed, JsonMapper json) {
        return new EventsController(service, feed, json);
    }

    @Bean
    EventFeeds eventFeeds(
            EventFeed own,
            @Value("${pmt.internal-url:}") String internalUrl,
            @Value("${pmt.url:}") String url,
            @Value("${pmt.service.key:}") String key,
            Ports ports,
            JsonMapper json) {
        var client = new ServiceClient(URI.create(internalUrl), new ServiceIdentity(service, key, url), ports, clock);
        return new EventFeeds(service, own, internalUrl, client, json);
    }

    @Bean
    Consumers eventConsumers(
            ObjectProvider<EventConsumer> consumers,
            EventFeeds feeds,
            ObjectProvider<EventCarrier> carrier,
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Telemetry telemetry) {
        return new Consumers(
                consumers
                        .orderedStream()
                        .map(consumer -> new Consumption(
                                consumer,
                                new Handling(consumer, telemetry, clock),
                                feed(consumer, feeds, carrier),
                                new ConsumerState(jdbc, consumer.name()),
                                new DeadLetters(jdbc, json, consumer.name(), settings, clock),
                                new TransactionTemplate(transactions),
                                settings))
                        .toList(),
                settings);
    }

    @Bean
    Workers eventPublishers(
            ObjectProvider<EventCarrier> carrier,
            EventFeed own,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        return new Workers(carrier.orderedStream()
                .map(one -> new Publisher(
                        one,
                        service,
                        own,
                        new ConsumerState(jdbc, Publisher.name(one)),
                        new TransactionTemplate(transactions),
                        settings))
                .map(Publisher::worker)
                .toList());
    }

    /** Says at {@code /actuator/info} that there is a log to look at. */
    @Bean
    InfoContributor eventsInfo() {
        return info -> info.withDetail("events", true);
    }

    @Bean
    EventStatus eventStatus(JdbcClient jdbc, EventFeeds feeds, Consumers consumers) {
        return new EventStatus(jdbc, feeds::of, consumers::failure);
    }

    /** The pool belongs to a part that knows nothing of telemetry. */
    @Bean
    SmartInitializingSingleton poolFigures(HikariDataSource pool, Telemetry telemetry) {
        return () -> pool.setMetricRegistry(telemetry.meters());
    }

    @Bean
    LagFigures lagFigures(EventStatus status, ObjectProvider<EventConsumer> consumers, Telemetry telemetry) {
        var figures = new LagFigures(status, clock);
        consumers.orderedStream().forEach(consumer -> figures.of(consumer, telemetry.meters()));
        return figures;
    }

    /** Tells administrators how far the log and its consumers are. */
    @Bean
    EventDescription eventDescription(EventStatus status) {
        return new EventDescription(status);
    }

    @Bean
    EventOperations eventOperations(
            EventFeed own,
            Consumers consumers,
            EventStatus status,
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        var lock = new ConsumerLock(jdbc, transactions, PATIENCE);
        return new EventOperations(
                status,
                lock,
                new DeadLetterDesk(jdbc, clock),
                new Replay(status, lock, own, consumers::find),
                own,
                consumer -> new DeadLetters(jdbc, json, consumer, settings, clock),
                consumers::wake);
    }

    /** A service's own log is nearer than any broker. Its snapshot's transaction and the consumer's would meet on one thread. */
    private EventFeed feed(EventConsumer consumer, EventFeeds feeds, ObjectProvider<EventCarrier> carrier) {
        var own = consumer.producer().equals(service);
        if (own && consumer.startsFromSnapshot()) {
            throw new IllegalStateException(
                    "consumer " + consumer.name() + " must start from its own service's events, not from a snapshot");
        }
        var log = feeds.of(consumer.producer());
        var broker = carrier.getIfAvailable();
        return own || broker == null ? log : broker.feed(consumer.producer(), consumer.name(), log);
    }
}
