package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds each service's event schemas against those it released last: {@code contract/released/events}. */
class ReleasedEventsTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());

    @TestFactory
    Stream<DynamicTest> every_service_keeps_the_events_it_released() {
        var producers = REPOSITORY.producers();
        assertThat(producers).contains("api");
        return producers.stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    if (Boolean.getBoolean("contracts.release")) {
                        release(service);
                    }
                    var released = EventSchemas.read(released(service));

                    assertThat(released.byType()).isNotEmpty();
                    assertThat(EventComparison.breaks(released, EventSchemas.read(current(service))))
                            .as("breaks of released events; a break needs a new type, published beside the old one")
                            .isEmpty();
                }));
    }

    @Test
    void a_break_planted_into_real_events_is_found() throws IOException {
        var type = "pmt.task.assigned.v1";
        var schema = Files.readString(current("api").resolve(type + EventSchemas.ENDING));
        var planted = EventSchemas.of(type, schema.replace("\"to\"", "\"assigneeId\""));

        assertThat(EventComparison.breaks(EventSchemas.of(type, schema), planted))
                .contains(type + " data.to was removed", type + " data.to is no longer always there");
    }

    @Test
    void a_real_event_that_is_gone_is_found() {
        var released = EventSchemas.read(released("api"));
        var less = new TreeMap<>(released.byType());
        var gone = less.pollFirstEntry().getKey();

        assertThat(EventComparison.breaks(released, new EventSchemas(less))).containsExactly(gone + " was removed");
    }

    private static void release(String service) throws IOException {
        Files.createDirectories(released(service));
        for (var type : EventSchemas.read(current(service)).byType().keySet()) {
            var name = type + EventSchemas.ENDING;
            Files.copy(
                    current(service).resolve(name),
                    released(service).resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path current(String service) {
        return REPOSITORY.contract(service).resolve("events");
    }

    private static Path released(String service) {
        return REPOSITORY.contract(service).resolve("released/events");
    }
}
