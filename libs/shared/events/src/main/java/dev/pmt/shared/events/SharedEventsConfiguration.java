package dev.pmt.shared.events;

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
    EventFeed eventFeed(JdbcClient jdbc, Head head) {
        return new LocalFeed(jdbc, head);
    }

    @Bean
    Consumers eventConsumers(
            ObjectProvider<EventConsumer> consumers,
            EventFeed feed,
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        return new Consumers(
                consumers
                        .orderedStream()
                        .map(consumer -> new Consumption(
                                consumer,
                                own(consumer, feed),
                                new ConsumerState(jdbc, consumer.name()),
                                new DeadLetters(jdbc, json, consumer.name(), settings, clock),
                                new TransactionTemplate(transactions),
                                settings))
                        .toList(),
                settings);
    }

    private EventFeed own(EventConsumer consumer, EventFeed feed) {
        if (!consumer.producer().equals(service)) {
            throw new IllegalStateException("producer of consumer " + consumer.name() + " must be " + service
                    + ", the only log within reach: " + consumer.producer());
        }
        return feed;
    }
}
