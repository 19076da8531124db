package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.api.imports.Imported;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SprintsTest {

    private static final String DATES = ",\"startsOn\":\"2026-11-23\",\"endsOn\":\"2026-12-04\"";

    private static RunningApi api;
    private static Client ana;

    private String project = "";
    private String sprints = "";

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    /** Numbers 1 to 5, of 1 to 5 points; the last is an epic. */
    @BeforeEach
    void fill_a_backlog() {
        project = ana.project();
        sprints = "/projects/" + project + "/sprints";
        for (int i = 1; i <= 5; i++) {
            ana.post(
                            "/projects/" + project + "/tasks",
                            "{\"title\":\"t%d\",\"points\":%d,\"type\":\"%s\"}"
                                    .formatted(i, i, i == 5 ? "epic" : "story"))
                    .expect(201);
        }
    }

    private String sprint(String name) {
        return ana.post(sprints, "{\"name\":\"" + name + "\"" + DATES + "}")
                .expect(201)
                .text("/id");
    }

    private Answer plan(String sprint, String place, int... numbers) {
        var keys = Arrays.stream(numbers).mapToObj(number -> "\"" + key(number) + "\"");
        return ana.post(
                sprint == null ? "/projects/" + project + "/backlog/tasks" : sprints + "/" + sprint + "/tasks",
                "{\"keys\":[" + keys.collect(Collectors.joining(",")) + "]" + place + "}");
    }

    private String key(int number) {
        return project + "-" + number;
    }

    private Answer read(String sprint) {
        return ana.get(sprints + "/" + sprint).expect(200);
    }

    private Answer act(String sprint, String action) {
        return ana.post(sprints + "/" + sprint + "/" + action, action.equals("complete") ? "{}" : "");
    }

    private Answer patch(int number, String body) {
        var path = "/tasks/" + key(number);
        return ana.patch(path, ana.get(path).number("/version"), body);
    }

    private void finish(int number) {
        patch(number, "{\"statusId\":\"" + ana.status(project, 3) + "\"}").expect(200);
    }

    private List<String> found(String query) {
        return ana
                .get("/projects/" + project + "/tasks?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .each("/items", "key")
                .stream()
                .map(key -> key.substring(project.length() + 1))
                .toList();
    }

    @Test
    void commits_to_what_is_in_it_at_the_start_and_tells_what_came_and_went_since() {
        var sprint = sprint("One");
        plan(sprint, "", 1, 2).expect(200);
        assertThat(act(sprint, "start").expect(200).at("/scope/committed").toString())
                .isEqualTo("{\"tasks\":2,\"points\":3}");

        plan(sprint, "", 3, 4).expect(200);
        plan(null, "", 4, 2).expect(200);
        finish(3);

        var read = read(sprint);
        assertThat(read.at("/scope").toString())
                .isEqualTo("{\"committed\":{\"tasks\":2,\"points\":3},\"added\":{\"tasks\":1,\"points\":3},"
                        + "\"removed\":{\"tasks\":1,\"points\":2}}");
        assertThat(read.at("/todo").toString()).isEqualTo("{\"tasks\":1,\"points\":1}");
        assertThat(read.at("/done").toString()).isEqualTo("{\"tasks\":1,\"points\":3}");
        assertThat(ana.get("/tasks/" + key(3)).at("/sprint/addedAfterStart").asBoolean())
                .isTrue();
        assertThat(ana.get("/tasks/" + key(1)).at("/sprint/addedAfterStart").asBoolean())
                .isFalse();
    }

    @Test
    void keeps_its_outcome_and_what_was_done_and_gives_the_rest_away() {
        var sprint = sprint("One");
        var next = sprint("Two");
        plan(sprint, "", 1, 2, 3).expect(200);
        act(sprint, "start").expect(200);
        finish(1);

        var completed = ana.post(sprints + "/" + sprint + "/complete", "{\"carryOverTo\":\"" + next + "\"}")
                .expect(200);

        assertThat(completed.at("/outcome").toString())
                .isEqualTo("{\"done\":{\"tasks\":1,\"points\":1},\"carriedOver\":{\"tasks\":2,\"points\":5},"
                        + "\"added\":{\"tasks\":0,\"points\":0},\"removed\":{\"tasks\":0,\"points\":0}}");
        assertThat(found("sprint = Two")).containsExactly("2", "3");
        assertThat(found("sprint = completed")).containsExactly("1");
        plan(sprint, "", 2).expect(409, "sprint-completed");
        plan(next, "", 1).expect(400, "invalid-request");
        patch(1, "{\"sprintId\":null}").expect(400, "invalid-request");
        ana.patch(sprints + "/" + sprint, completed.number("/version"), "{\"name\":\"Other\"}")
                .expect(409, "sprint-completed");
    }

    @Test
    void goes_on_where_it_was_when_it_is_reopened_and_tears_nothing_back() {
        var sprint = sprint("One");
        plan(sprint, "", 1, 2).expect(200);
        act(sprint, "start").expect(200);
        finish(1);
        act(sprint, "complete").expect(200);

        var reopened = act(sprint, "reopen").expect(200);

        assertThat(reopened.text("/state")).isEqualTo("active");
        assertThat(reopened.at("/outcome").isNull()).isTrue();
        assertThat(reopened.at("/scope/removed").toString()).isEqualTo("{\"tasks\":1,\"points\":2}");
        assertThat(found("sprint IS EMPTY")).containsExactly("2", "3", "4", "5");
        act(sprint, "reopen").expect(409, "sprint-not-completed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":" "}                                              | 400 | name must have 1 to 100 characters: 0
            {"name":"Active"}                                         | 400 | name must not be a word by which queries ask for sprints: Active
            {"name":"x","startsOn":"2026-12-01","endsOn":"2026-11-30"} | 400 | endsOn must not be before startsOn 2026-12-01: 2026-11-30
            {"name":"x","startsOn":"soon"}                            | 400 | startsOn must be a day such as 2026-11-30: soon
            {"name":"x","capacity":-1}                                | 400 | capacity must be a number from 0 to 9999 with at most 2 decimals: -1
            {"name":"oNE"}                                            | 409 | name must not be that of another sprint: oNE
            """)
    void says_what_is_wrong_with_a_sprint(String body, int status, String message) {
        sprint("One");

        var answer = ana.post(sprints, body).expect(status);

        assertThat(answer.body()).contains(message);
    }

    @Test
    void starts_with_dates_only_and_goes_only_while_it_is_empty_and_planned() {
        var bare = ana.post(sprints, "{\"name\":\"Bare\"}").expect(201).text("/id");
        plan(bare, "", 1).expect(200);
        act(bare, "start").expect(409, "sprint-without-dates");
        ana.delete(sprints + "/" + bare).expect(409, "sprint-not-empty");
        ana.post("/tasks/" + key(1) + "/archive", "").expect(200);
        ana.delete(sprints + "/" + bare).expect(204);
        ana.get(sprints + "/" + bare).expect(404, "not-found");
        assertThat(ana.get("/tasks/" + key(1)).at("/sprint").isNull()).isTrue();

        var dated = sprint("Dated");
        act(dated, "start").expect(200);
        ana.delete(sprints + "/" + dated).expect(409, "sprint-not-planned");
        act(dated, "start").expect(409, "sprint-not-planned");
        ana.patch(sprints + "/" + dated, 2, "{\"endsOn\":null}").expect(400, "invalid-request");
        ana.patch(sprints + "/" + dated, 1, "{\"goal\":\"g\"}").expect(412, "stale-version");
        ana.patch(sprints + "/" + dated, 2, "{\"goal\":\"g\"}").expect(200);
    }

    @Test
    void takes_many_tasks_in_their_order_next_to_another_one_or_none_at_all() {
        var sprint = sprint("One");
        plan(sprint, "", 1, 2).expect(200);

        plan(sprint, ",\"beforeKey\":\"" + key(2) + "\"", 4, 3).expect(200);

        assertThat(found("sprint = One ORDER BY rank")).containsExactly("1", "4", "3", "2");
        plan(sprint, ",\"afterKey\":\"" + key(2) + "\"", 1, 4).expect(200);
        assertThat(found("sprint = One ORDER BY rank")).containsExactly("3", "2", "1", "4");
        plan(null, ",\"afterKey\":\"" + key(1) + "\"", 3).expect(409, "neighbour-moved");
        plan(sprint, "", 3, 5).expect(400, "invalid-request");
        plan(null, "", 3, 99).expect(400, "invalid-request");
        plan(null, "", 3, 3).expect(400, "invalid-request");
        assertThat(found("sprint = One")).hasSize(4);
    }

    @Test
    void places_two_hundred_tasks_in_one_gap() {
        var numbers = IntStream.rangeClosed(6, 205).toArray();
        var rows =
                IntStream.of(numbers).mapToObj(number -> key(number) + ",t\n").collect(Collectors.joining());
        Imported.file(ana, project, "issuekey,title\n" + rows);
        var sprint = sprint("One");
        plan(sprint, "", 1, 2).expect(200);

        for (int i = 0; i < 3; i++) {
            plan(sprint, ",\"afterKey\":\"" + key(1) + "\"", numbers).expect(200);
        }

        var inSprint = ana.get("/projects/" + project + "/tasks?query=sprint%3DOne&limit=100");
        assertThat(inSprint.each("/items", "key").subList(0, 3)).containsExactly(key(1), key(6), key(7));
        assertThat(read(sprint).number("/todo/tasks")).isEqualTo(202);
        plan(sprint, "", IntStream.rangeClosed(1, 201).toArray()).expect(400, "invalid-request");
    }

    @Test
    void is_a_field_of_a_task_and_a_line_in_its_history() {
        var sprint = sprint("One");
        var task = ana.post("/projects/" + project + "/tasks", "{\"title\":\"t\",\"sprintId\":\"" + sprint + "\"}")
                .expect(201);
        assertThat(task.text("/sprint/name")).isEqualTo("One");
        assertThat(ana.get("/tasks/" + task.text("/key")).header("ETag")).isEqualTo(task.header("ETag"));

        patch(6, "{\"sprintId\":null}").expect(200);
        patch(5, "{\"sprintId\":\"" + sprint + "\"}").expect(400, "invalid-request");
        patch(6, "{\"sprintId\":\"" + sprint + "\"}").expect(200);
        patch(6, "{\"type\":\"epic\"}").expect(400, "invalid-request");
        patch(6, "{\"type\":\"epic\",\"sprintId\":null}").expect(200);

        await().untilAsserted(() -> assertThat(
                        ana.get("/tasks/" + key(6) + "/activity").body())
                .contains("{\"field\":\"sprintId\",\"from\":\"" + sprint + "\",\"to\":null}"));
    }

    @Test
    void is_asked_for_by_name_state_or_id_and_completed_in_queries() {
        var sprint = sprint("Big push");
        plan(sprint, "", 1, 2).expect(200);

        assertThat(found("sprint = \"big PUSH\"")).containsExactly("1", "2");
        assertThat(found("sprint = " + sprint)).containsExactly("1", "2");
        assertThat(found("sprint = planned")).containsExactly("1", "2");
        assertThat(found("sprint = active")).isEmpty();
        assertThat(ana.get("/projects/" + project + "/tasks?sprint=" + sprint).each("/items", "key"))
                .containsExactly(key(1), key(2));
        assertThat(ana.get("/projects/" + project + "/tasks?sprint=active").at("/items"))
                .isEmpty();
        ana.get("/projects/" + project + "/tasks?sprint=next").expect(400, "invalid-request");
        assertThat(found("sprint != planned")).containsExactly("3", "4", "5");
        assertThat(found("sprint IS NOT EMPTY")).containsExactly("1", "2");
        ana.get("/projects/" + project + "/tasks?query=sprint%3DBog").expect(400, "invalid-query");
        assertThat(ana.get("/queries/completions?project=" + project + "&query=sprint%3D")
                        .each("/items", "text"))
                .containsExactly("planned", "active", "completed", "\"Big push\"");
        ana.get("/queries/completions?query=sprint%3D").expect(200);
    }

    @Test
    void is_hidden_from_strangers_and_in_another_project() {
        var sprint = sprint("One");
        var eve = api.person();
        var other = eve.project();

        eve.get(sprints + "/" + sprint).expect(404, "not-found");
        eve.get("/projects/" + other + "/sprints/" + sprint).expect(404, "not-found");
        eve.post("/projects/" + other + "/tasks", "{\"title\":\"t\",\"sprintId\":\"" + sprint + "\"}")
                .expect(400, "invalid-request");
        eve.get("/tasks?query=sprint%3DOne").expect(400, "invalid-query");
        assertThat(eve.get("/tasks?query=sprint%3D" + sprint).expect(200).at("/items"))
                .isEmpty();
    }

    @Test
    void lists_active_then_planned_then_completed_sprints_page_by_page() {
        var first = sprint("First");
        act(first, "start").expect(200);
        act(first, "complete").expect(200);
        ana.post(sprints, "{\"name\":\"Someday\"}").expect(201);
        sprint("Soon");
        act(sprint("Now"), "start").expect(200);

        var names = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var page = ana.get(sprints + "?limit=1" + cursor).expect(200);
            names.addAll(page.each("/items", "name"));
            cursor = page.at("/next").isNull() ? null : "&cursor=" + page.text("/next");
        }

        assertThat(names).containsExactly("Now", "Soon", "Someday", "First");
        assertThat(ana.get(sprints + "?state=active,planned").each("/items", "name"))
                .containsExactly("Now", "Soon", "Someday");
        ana.get(sprints + "?state=over").expect(400, "invalid-request");
    }

    @Test
    void an_import_leaves_a_type_that_would_tear_a_task_from_its_sprint() {
        var header = "issuekey,title,type\n";
        Imported.file(ana, project, header + "X-1,t,story\n");
        plan(sprint("One"), "", 6).expect(200);

        Imported.file(ana, project, header + "X-1,u,epic\n");

        var task = ana.get("/tasks/" + key(6));
        assertThat(task.text("/title") + " " + task.text("/type")).isEqualTo("u story");
        Imported.file(ana, project, header + "X-1,v,subtask\n");
        assertThat(ana.get("/tasks/" + key(6)).text("/type")).isEqualTo("subtask");
    }
}
