package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.EventDoor;
import dev.pmt.shared.contracts.RightsTable;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RightsTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "rights.yml");

    private static LiveWorld world;
    private static Map<String, Person> actors;

    @BeforeAll
    static void start() {
        world = LiveWorld.start();
        var person = world.person("admin");
        var id = person.id();
        var tokens = world.tokens();
        actors = Map.ofEntries(
                Map.entry("stranger", person.with("")),
                Map.entry("expired", person.with(tokens.expired(id, "admin"))),
                Map.entry("forged", person.with(tokens.forged(id, "admin"))),
                Map.entry("alg-none", person.with(tokens.unsigned(id, "admin"))),
                Map.entry("other-issuer", person.with(tokens.otherIssuer(id, "admin"))),
                Map.entry("other-audience", person.with(tokens.otherAudience(id, "admin"))),
                Map.entry("read-scope", person.with(tokens.scoped(id, "admin", "read"))),
                Map.entry("guest", world.person("guest")),
                Map.entry("member", world.person("member")),
                Map.entry("admin", person),
                Map.entry("service", world.person("service")));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> every_operation_answers_every_caller_as_the_table_says() {
        var cells = RightsTable.cells(Person.CONTRACT_FILE, TABLE);
        assertThat(cells).hasSize(22);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(cell.name(), () -> {
                    var actor = Objects.requireNonNull(actors.get(cell.actor()));
                    switch (cell.operation()) {
                        case "createTicket" -> check(cell, actor.asksForTicket());
                        case "openSocket" -> checkSocket(cell, actor);
                        default -> throw new AssertionError("a request must be written for " + cell.operation());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> at_the_events_door_are_as_in_its_own_table() {
        var address = Objects.requireNonNull(actors.get("admin")).address();
        return new EventDoor("notifications", address)
                .rights(world.tokens().callers()).entrySet().stream()
                        .map(cell -> DynamicTest.dynamicTest(
                                cell.getKey(), () -> cell.getValue().run()));
    }

    private static void checkSocket(RightsTable.Cell cell, Person actor) {
        if (cell.accepts(101)) {
            actor.opens();
        } else {
            check(cell, actor.refusedWith(UUID.randomUUID().toString()));
        }
    }

    private static void check(RightsTable.Cell cell, HttpResponse<?> answer) {
        assertThat(cell.accepts(answer.statusCode()))
                .as("%s", answer.statusCode())
                .isTrue();
        if (cell.code() != null && answer.body() instanceof byte[] body) {
            assertThat(new String(body, StandardCharsets.UTF_8)).contains("\"code\":\"" + cell.code() + "\"");
        }
    }
}
