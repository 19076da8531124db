package dev.pmt.shared.events;

import dev.pmt.shared.web.ServiceClient;
import dev.pmt.shared.web.ServiceIdentity;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
    EventLog eventLog(JdbcTemplate jdbc, JsonMapper json, Supplier<UUID> ids, Relay relay) {
        return new EventLog(jdbc, json, ids, clock, relay::wake);
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
            JsonMapper json) {
        var client = new ServiceClient(URI.create(internalUrl), new ServiceIdentity(service, key, url), json, clock);
        return new EventFeeds(service, own, internalUrl, client, json);
    }

    @Bean
    Workers eventConsumers(
            ObjectProvider<EventConsumer> consumers,
            EventFeeds feeds,
            ObjectProvider<EventCarrier> carrier,
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        return new Workers(consumers
                .orderedStream()
                .map(consumer -> new Consumption(
                        consumer,
                        feed(consumer, feeds, carrier),
                        new ConsumerState(jdbc, consumer.name()),
                        new DeadLetters(jdbc, json, consumer.name(), settings, clock),
                        new TransactionTemplate(transactions),
                        settings))
                .map(consumption -> new Worker(consumption.name(), settings.poll(), consumption::round))
                .toList());
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
