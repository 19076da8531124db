package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds what is generated from event schemas against them: {@code docs/events.md} and each {@code asyncapi.yaml}. */
class EventDocumentsTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());

    @Test
    void the_page_of_events_is_fresh() throws IOException {
        compare(REPOSITORY.root().resolve("docs/events.md"), new EventPage(REPOSITORY).render());
    }

    @Test
    void the_page_lists_every_event_and_who_hears_it() {
        var page = new EventPage(REPOSITORY).render();

        assertThat(page.lines().filter(line -> line.startsWith("| [`pmt."))).hasSizeGreaterThanOrEqualTo(12);
        assertThat(page).contains("`assigneeId?`", "`changes[]` (`field`, `from?`, `to?`)", "`api` keeps each");
    }

    @Test
    void the_page_marks_what_may_be_null_or_absent() {
        var schema = EventSchemas.of("x", """
                { "required": ["a", "b"], "properties": {
                    "a": { "type": ["string", "null"] },
                    "b": { "type": "array", "items": { "type": "string" } },
                    "c": { "type": "string" } } }
                """).byType().get("x");

        assertThat(EventPage.properties(schema)).isEqualTo("`a?`, `b[]`, `c` (optional)");
    }

    @TestFactory
    Stream<DynamicTest> every_async_api_is_fresh() {
        assertThat(REPOSITORY.producers()).contains("api");
        return REPOSITORY.producers().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service,
                        () -> compare(
                                REPOSITORY.contract(service).resolve("asyncapi.yaml"),
                                AsyncApi.render(
                                        service,
                                        Contract.read(
                                                REPOSITORY.contract(service).resolve("openapi.yaml")),
                                        EventSchemas.read(
                                                REPOSITORY.contract(service).resolve("events"))))));
    }

    static void compare(Path file, String rendered) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, rendered);
        }
        assertThat(Files.readString(file))
                .as("regenerate with: ./mvnw -pl tools/delivery -am verify -Dgolden.update=true")
                .isEqualTo(rendered);
    }
}
