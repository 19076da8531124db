package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What auth says of people, as api shows it: two services that know each other by events alone. */
class PeopleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path home;

    private static ServerProcess server;
    private static Visitor ada;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(home, ServerProcess.freePort()).awaitReady();
        ada = new Visitor(server.port()).becomeAdministrator(home).signIn();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void names_and_states_reach_api() throws Exception {
        var invited = invite("B.", "ben@example.org");
        var ben = invited.at("/user/id").asString();
        awaitProfile(ben, "B.", true);

        new Visitor(server.port())
                .accept(URI.create(invited.at("/oneTimeLink/url").asString()), "Ben");
        awaitProfile(ben, "Ben", true);

        ok(ada.post("/api/v1/users/" + ben + "/deactivate", "application/json", ""), 200);
        awaitProfile(ben, "Ben", false);
        ok(ada.post("/api/v1/users/" + ben + "/activate", "application/json", ""), 200);
        awaitProfile(ben, "Ben", true);
    }

    @Test
    void who_came_before_the_log_is_known_too() throws Exception {
        var old = invite("Old", "old@example.org").at("/user/id").asString();
        awaitProfile(old, "Old", true);
        try (var database = HomeDatabase.connect(home);
                var statement = database.createStatement()) {
            statement.execute("SET pmt.epoch = 1");
            statement.execute("DELETE FROM auth.event_log");
            statement.execute("DELETE FROM api.event_inbox WHERE consumer = 'profiles'");
            statement.execute("DELETE FROM api.profile");
            statement.execute("UPDATE api.event_consumer SET position = NULL WHERE name = 'profiles'");
        }

        awaitProfile(old, "Old", true);
        var next = invite("New", "new@example.org").at("/user/id").asString();
        awaitProfile(next, "New", true);
    }

    private static JsonNode invite(String name, String email) throws Exception {
        var body = "{\"name\":\"%s\",\"email\":\"%s\",\"role\":\"member\"}".formatted(name, email);
        return JSON.readTree(
                ok(ada.post("/api/v1/users", "application/json", body), 201).body());
    }

    private static void awaitProfile(String id, String name, boolean active) {
        var profile = "{\"id\":\"%s\",\"name\":\"%s\",\"active\":%s}".formatted(id, name, active);
        await().untilAsserted(() ->
                assertThat(ada.get("/api/v1/profiles?limit=100").body()).contains(profile));
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
