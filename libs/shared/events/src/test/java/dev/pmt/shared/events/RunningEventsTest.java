package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.service.UuidV7;
import dev.pmt.shared.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Services as they really run: what one says is heard by its own consumers, and by those of its other processes. */
class RunningEventsTest {

    private final TestDatabase database = TestDatabase.fresh("sample");

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @SharedData
    @SharedEvents
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        JsonMapper json() {
            return new JsonMapper();
        }

        @Bean
        Supplier<UUID> ids() {
            return new UuidV7();
        }
    }

    /** Keeps what it hears. */
    private record Ears(boolean startsFromSnapshot, Queue<Event> heard) implements EventConsumer {

        Ears() {
            this(false, new ConcurrentLinkedQueue<>());
        }

        @Override
        public String producer() {
            return "sample";
        }

        @Override
        public String name() {
            return "ears";
        }

        @Override
        public Set<String> types() {
            return Set.of(EventWorld.TYPE);
        }

        @Override
        public void forget(long after) {
            heard.removeIf(event -> event.position() > after);
        }

        @Override
        public void handle(List<Event> events) {
            heard.addAll(events);
        }
    }

    @Test
    void what_is_said_is_heard_as_it_was_said() {
        var ears = new Ears();
        try (var service = start(ears)) {
            var subject = UUID.randomUUID();
            var actor = UUID.randomUUID();
            say(service, new Fact(EventWorld.TYPE, subject, 3, actor, Map.of("title", "Ä \"quoted\"")));
            say(service, new Fact("pmt.aggregate.ignored.v1", subject, 4, null, Map.of()));

            await().until(() -> ears.heard().size() == 1);
            var event = ears.heard().element();
            assertThat(event)
                    .returns(subject, Event::subject)
                    .returns(actor, Event::actor)
                    .returns(3L, Event::version)
                    .returns(1L, Event::position)
                    .returns("{\"title\": \"Ä \\\"quoted\\\"\"}", Event::data);
        }
    }

    @Test
    void two_processes_of_a_service_hear_each_other_and_share_the_work() {
        var one = new Ears();
        var other = new Ears();
        try (var first = start(one);
                var second = start(other)) {
            for (int version = 1; version <= 20; version++) {
                say(version % 2 == 0 ? first : second, new Fact(EventWorld.TYPE, UUID.randomUUID(), 1, null, version));
            }

            await().until(() -> one.heard().size() + other.heard().size() == 20);
            var positions = new ArrayList<Long>();
            one.heard().forEach(event -> positions.add(event.position()));
            other.heard().forEach(event -> positions.add(event.position()));
            assertThat(positions).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_snapshot_of_its_own_service_is_refused_at_the_start() {
        assertThatThrownBy(() -> start(new Ears(true, new ConcurrentLinkedQueue<>())))
                .rootCause()
                .hasMessage("consumer ears must start from its own service's events, not from a snapshot");
    }

    @Test
    void settings_have_these_defaults() {
        try (var service = start(new Ears())) {
            assertThat(service.getBean(EventSettings.class))
                    .isEqualTo(new EventSettings(
                            500,
                            Duration.ofMillis(500),
                            Duration.ofMillis(20),
                            Duration.ofDays(30),
                            8,
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(5)));
        }
    }

    private static void say(ConfigurableApplicationContext service, Fact fact) {
        service.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> service.getBean(EventLog.class).append(fact));
    }

    private ConfigurableApplicationContext start(EventConsumer consumer) {
        var arguments = new ArrayList<String>();
        database.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("spring.application.name=sample")
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(EventConsumer.class, () -> consumer))
                .run(arguments.toArray(String[]::new));
    }
}
