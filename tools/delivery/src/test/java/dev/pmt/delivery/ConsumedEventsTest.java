package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what each service says it listens to ({@code contract/consumes.yml}) against the events of the producers. */
class ConsumedEventsTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());

    @TestFactory
    Stream<DynamicTest> every_consumed_event_is_published() {
        var consumed = REPOSITORY.services().stream()
                .flatMap(service -> EventPage.consumers(REPOSITORY, service).stream())
                .toList();
        assertThat(consumed).isNotEmpty();
        return consumed.stream()
                .map(consumer -> DynamicTest.dynamicTest(
                        consumer.consumer(),
                        () -> assertThat(EventSchemas.read(REPOSITORY
                                                .contract(consumer.producer())
                                                .resolve("events"))
                                        .byType())
                                .containsKeys(consumer.types().toArray(String[]::new))));
    }
}
