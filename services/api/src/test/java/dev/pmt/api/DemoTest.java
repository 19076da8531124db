package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    private static final int WEEKS = 5;

    private static RunningApi api;
    private static Client maya;
    private static Answer progress;

    @BeforeAll
    static void simulate() {
        api = RunningApi.start();
        maya = api.person("admin");
        var team = team(5, WEEKS);
        do {
            progress = maya.post("/demo", team).expect(200);
        } while (!progress.at("/done").asBoolean());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String team(int others, int weeks) {
        var people = Stream.generate(() -> "\"" + UUID.randomUUID() + "\"").limit(others);
        return "{\"people\":[%s],\"weeks\":%d}".formatted(people.collect(Collectors.joining(",")), weeks);
    }

    @Test
    void ends_today_with_three_projects_that_whoever_asked_for_it_owns() {
        assertThat(progress.text("/day")).isEqualTo(progress.text("/until"));
        assertThat(progress.at("/tasks").asInt()).isBetween(150, 500);
        var projects = maya.get("/projects").expect(200);
        assertThat(projects.each("/items", "key")).containsExactly("RIDE", "SHOP", "WORKS");
        assertThat(projects.each("/items", "role")).containsOnly("owner");
        assertThat(maya.get("/projects/SHOP/members").expect(200).each("/items", "userId"))
                .hasSize(6);
    }

    @Test
    void has_sprints_that_were_completed_one_that_runs_and_one_that_waits() {
        var today = LocalDate.parse(progress.text("/until"));
        for (var project : new String[] {"RIDE", "SHOP", "WORKS"}) {
            var sprints = maya.get("/projects/" + project + "/sprints").expect(200);
            assertThat(sprints.each("/items", "state")).startsWith("active", "planned", "completed", "completed");
            assertThat(LocalDate.parse(sprints.text("/items/0/startsOn"))).isBeforeOrEqualTo(today);
            assertThat(LocalDate.parse(sprints.text("/items/0/endsOn"))).isAfterOrEqualTo(today);
            assertThat(sprints.at("/items/2/outcome/done/tasks").asInt()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project = SHOP AND Market IS NOT EMPTY AND estimate > 0",
                "project = RIDE AND Platforms = Watch AND logged > 0",
                "project = WORKS AND Site IN (Oslo, Utrecht) AND \"Customers asking\" > 10"
            })
    void has_values_in_custom_fields_and_times(String query) {
        var found = maya.get("/tasks?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200);

        assertThat(found.each("/items", "key")).isNotEmpty();
    }

    @Test
    void has_its_history_from_the_log_at_the_times_at_which_it_happened() {
        var query = "/projects/SHOP/tasks?query=" + "status%20%3D%20Done%20ORDER%20BY%20updated";
        var done = maya.get(query).expect(200);
        var key = done.text("/items/0/key");

        var history = Awaitility.await()
                .until(
                        () -> maya.get("/tasks/" + key + "/activity").expect(200),
                        page -> page.each("/items", "kind").contains("created"));

        assertThat(history.each("/items", "at"))
                .allSatisfy(at -> assertThat(at).isLessThan(progress.text("/until")))
                .contains(done.text("/items/0/createdAt"));
    }

    @Test
    void is_put_beside_no_other_projects() {
        try (var other = RunningApi.start()) {
            var admin = other.person("admin");
            admin.project("MINE");
            var refused = admin.post("/demo", team(5, WEEKS)).expect(409);
            assertThat(refused.text("/code")).isEqualTo("not-empty");
            assertThat(admin.post("/demo", team(1, WEEKS)).expect(400).text("/errors/0/field"))
                    .isEqualTo("people");
            assertThat(admin.post("/demo", team(2, 0)).expect(400).text("/errors/0/field"))
                    .isEqualTo("weeks");
        }
    }
}
