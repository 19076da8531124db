package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.pmt.shared.contracts.ConsumedEvents;
import dev.pmt.shared.contracts.EventDoor;
import dev.pmt.shared.contracts.OpenApi;
import dev.pmt.shared.events.CloudEvents;
import dev.pmt.shared.events.EventConsumer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ContractTest {

    private static LiveWorld world;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        world = LiveWorld.start();
        var settings = new HashMap<String, Object>(world.settings());
        settings.put("spring.config.name", "notifications");
        settings.put("spring.application.name", "notifications");
        settings.put("server.port", "0");
        context = new SpringApplicationBuilder(NotificationsApplication.class)
                .initializers(made ->
                        made.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings)))
                .run();
    }

    @AfterAll
    static void stop() {
        context.close();
        world.close();
    }

    @Test
    void promises_exactly_the_operations_that_the_service_serves() {
        var mappings = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var served = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/internal/") && !path.equals("/error"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + path.replaceAll("\\{\\w+}", "{}")))));

        var promised = names();
        promised.addAll(EventDoor.operations("notifications"));
        assertThat(served).isNotEmpty().isEqualTo(promised);
    }

    private static Set<String> names() {
        return OpenApi.read(Person.CONTRACT_FILE).names().stream()
                .map(name -> name.replace("//", "/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void takes_every_example_of_the_events_that_it_listens_to() {
        var live = context.getBean(EventConsumer.class);
        var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        for (var type : live.types()) {
            var example = Path.of("..", live.producer(), "contract", "events", type + ".example.json");
            transaction.executeWithoutResult(status -> live.handle(List.of(CloudEvents.read(text(example)))));
        }

        var kept = context.getBean(JdbcClient.class)
                .sql("SELECT message::jsonb ->> 'type' FROM recent_event")
                .query(String.class)
                .list();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(live.types());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void says_exactly_who_listens_to_what() {
        var listening = context.getBeansOfType(EventConsumer.class).values().stream()
                .map(consumer -> tuple(consumer.name(), consumer.producer(), consumer.types()))
                .toArray(Tuple[]::new);

        assertThat(listening).isNotEmpty();
        assertThat(ConsumedEvents.read(Path.of("contract", "consumes.yml")))
                .extracting(ConsumedEvents::consumer, ConsumedEvents::producer, ConsumedEvents::types)
                .containsExactlyInAnyOrder(listening);
    }
}
