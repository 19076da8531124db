package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTest {

    private static RunningApi api;
    private static Client ana;
    private static Client ben;

    private String project = "";

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        ben = api.person();
    }

    @BeforeEach
    void make_four_tasks() {
        project = ana.project();
        for (int i = 1; i <= 4; i++) {
            ana.task(project, "task " + i);
        }
    }

    private String key(int number) {
        return project + "-" + number;
    }

    private static String path(String task) {
        return "/tasks/" + task + "/relations";
    }

    private static Answer relate(Client who, String task, String kind, String other) {
        return who.post(path(task), "{\"kind\":\"%s\",\"taskKey\":\"%s\"}".formatted(kind, other));
    }

    private Answer relate(int task, String kind, int other) {
        return relate(ana, key(task), kind, key(other));
    }

    private static List<String> shown(Client who, String task) {
        var answer = who.get(path(task)).expect(200);
        return answer.json()
                .required("items")
                .valueStream()
                .map(item -> item.required("kind").asString() + " "
                        + item.at("/task/key").asString())
                .toList();
    }

    private static List<String> found(Client who, String query) {
        return who.get("/tasks?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .each("/items", "key");
    }

    /** Makes a project in which ben has a role, and a task in it. */
    private static String elsewhere(String role) {
        var other = ana.project();
        if (!role.isEmpty()) {
            ana.adds(ben, other, role);
        }
        return ana.task(other, "elsewhere");
    }

    @ParameterizedTest
    @CsvSource({
        "blocks, blocked-by",
        "blocked-by, blocks",
        "relates-to, relates-to",
        "duplicates, duplicated-by",
        "duplicated-by, duplicates"
    })
    void stands_at_both_tasks_as_seen_from_each(String kind, String inverse) {
        var made = relate(1, kind, 2).expect(201);

        assertThat(made.text("/task/title")).isEqualTo("task 2");
        assertThat(made.text("/task/status/category")).isEqualTo("todo");
        assertThat(shown(ana, key(1))).containsExactly(kind + " " + key(2));
        assertThat(shown(ana, key(2))).containsExactly(inverse + " " + key(1));
        assertThat(ana.get("/tasks/" + key(1)).number("/version")).isEqualTo(2);
        assertThat(ana.get("/tasks/" + key(2)).number("/version")).isEqualTo(2);

        ana.delete(path(key(2)) + "/" + made.text("/id")).expect(204);
        assertThat(shown(ana, key(1))).isEmpty();
        assertThat(shown(ana, key(2))).isEmpty();
        ana.delete(path(key(1)) + "/" + made.text("/id")).expect(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "blocks, 1, blocks",
        "blocks, 2, blocked-by",
        "relates-to, 1, relates-to",
        "relates-to, 2, relates-to",
        "duplicates, 2, duplicated-by",
        "duplicates, 2, duplicates"
    })
    void exists_once(String kind, int task, String again) {
        relate(1, kind, 2).expect(201);

        relate(task, again, 3 - task).expect(409, "already-related");
        assertThat(shown(ana, key(1))).hasSize(1);
    }

    @Test
    void may_be_of_several_kinds() {
        relate(1, "blocks", 2).expect(201);
        relate(1, "relates-to", 2).expect(201);

        assertThat(shown(ana, key(2))).containsExactly("blocked-by " + key(1), "relates-to " + key(1));
    }

    @Test
    void refuses_what_is_no_other_task_in_sight_and_says_so() {
        var hidden = ben.task(ben.project(), "secret");

        for (var other : List.of(hidden, project + "-99", "x")) {
            assertThat(relate(ana, key(1), "blocks", other)
                            .expect(400, "invalid-request")
                            .text("/errors/0/message"))
                    .isEqualTo("taskKey must be the key of a task that you see: " + other);
        }
        assertThat(relate(1, "blocks", 1).expect(400, "invalid-request").text("/errors/0/message"))
                .isEqualTo("taskKey must be another task: " + key(1));
        assertThat(ana.post(path(key(1)), "{}").expect(400, "invalid-request").each("/errors", "field"))
                .containsExactly("kind", "taskKey");
        ana.post(path(key(1)), "{\"kind\":\"hates\",\"taskKey\":\"%s\"}".formatted(key(2)))
                .expect(400);
        ana.delete(path(key(1)) + "/" + UUID.randomUUID()).expect(404, "not-found");
    }

    @Test
    void refuses_that_a_task_blocks_itself_and_names_the_way() {
        relate(1, "blocks", 2).expect(201);
        relate(2, "blocks", 3).expect(201);
        relate(4, "blocked-by", 3).expect(201);
        relate(2, "blocks", 4).expect(201);

        assertThat(relate(4, "blocks", 1).expect(409, "relation-circle").text("/detail"))
                .isEqualTo("A task must not block itself, not even by way of others: %s blocks %s blocks %s blocks %s"
                        .formatted(key(4), key(1), key(2), key(4)));
        relate(1, "blocked-by", 2).expect(409, "relation-circle");
        relate(4, "relates-to", 1).expect(201);
    }

    @Test
    void names_of_a_circle_no_more_than_is_in_sight() {
        ana.adds(ben, project, "member");
        var hidden = elsewhere("");
        relate(ana, key(1), "blocks", hidden).expect(201);
        relate(ana, hidden, "blocks", key(2)).expect(201);

        var refused = relate(ben, key(2), "blocks", key(1)).expect(409, "relation-circle");

        assertThat(refused.text("/detail"))
                .endsWith("%s blocks %s blocks a task that you do not see blocks %s".formatted(key(2), key(1), key(2)));
        assertThat(refused.body()).doesNotContain(hidden);
    }

    @Test
    void closes_no_circle_under_opposite_writers_in_two_projects() {
        for (int round = 0; round < 5; round++) {
            var one = ana.task(project, "one");
            var other = elsewhere("");
            var answers = new ConcurrentLinkedQueue<Integer>();
            Together.run(4, writer -> {
                var from = writer % 2 == 0 ? one : other;
                answers.add(relate(ana, from, "blocks", from.equals(one) ? other : one)
                        .status());
            });

            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
            assertThat(shown(ana, one)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"member, viewer, 201", "viewer, member, 403", "'', member, 404", "member, '', 400"})
    void needs_the_right_to_write_the_one_task_and_to_read_the_other(String here, String there, int status) {
        var other = elsewhere(there);
        if (!here.isEmpty()) {
            ana.adds(ben, project, here);
        }

        relate(ben, key(1), "blocks", other).expect(status);
    }

    @Test
    void to_a_task_out_of_sight_is_nowhere() {
        ana.adds(ben, project, "member");
        var hidden = elsewhere("");
        var id = relate(ana, key(1), "blocked-by", hidden).expect(201).text("/id");
        relate(1, "relates-to", 2).expect(201);

        assertThat(shown(ben, key(1))).containsExactly("relates-to " + key(2));
        ben.delete(path(key(1)) + "/" + id).expect(404, "not-found");
        ben.get(path(hidden)).expect(404, "not-found");
        assertThat(found(ben, "project = " + project + " AND blockedBy IS NOT EMPTY"))
                .isEmpty();
        assertThat(found(ben, "blockedBy = " + hidden)).isEmpty();
        assertThat(found(ana, "blockedBy = " + hidden)).containsExactly(key(1));
        await().untilAsserted(() -> {
            assertThat(history(ana)).contains("related blocked-by null " + hidden);
            assertThat(history(ben)).contains("related blocked-by null null").noneMatch(line -> line.contains(hidden));
        });
    }

    private List<String> history(Client who) {
        return who.get("/tasks/" + key(1) + "/activity")
                .expect(200)
                .json()
                .required("items")
                .valueStream()
                .map(item -> item.required("kind").asString() + " "
                        + item.at("/changes/0/field").asString() + " "
                        + item.at("/changes/0/from").asString("null") + " "
                        + item.at("/changes/0/to").asString("null"))
                .toList();
    }

    @Test
    void leaves_a_line_in_the_history_of_both_tasks() {
        var id = relate(2, "blocks", 1).expect(201).text("/id");
        ana.delete(path(key(2)) + "/" + id).expect(204);

        await().untilAsserted(() -> assertThat(history(ana))
                .startsWith("unrelated blocked-by " + key(2) + " null", "related blocked-by null " + key(2)));
        assertThat(ana.get("/tasks/" + key(2) + "/activity").expect(200).each("/items", "kind"))
                .containsExactly("unrelated", "related", "created");
    }

    @Test
    void is_asked_for_by_queries() {
        relate(1, "blocks", 2).expect(201);
        relate(1, "blocks", 3).expect(201);
        relate(4, "duplicates", 3).expect(201);
        relate(3, "relates-to", 1).expect(201);
        var here = "project = " + project + " AND ";

        assertThat(found(ana, here + "blocks = " + key(2))).containsExactly(key(1));
        assertThat(found(ana, here + "blockedBy IN (%s, %s)".formatted(key(1), key(4)) + " ORDER BY key"))
                .containsExactly(key(2), key(3));
        assertThat(found(ana, here + "blockedBy != " + key(1) + " ORDER BY key"))
                .containsExactly(key(1), key(4));
        assertThat(found(ana, here + "blockedBy IS EMPTY AND blocks IS EMPTY")).containsExactly(key(4));
        assertThat(found(ana, here + "relatesTo = " + key(1))).containsExactly(key(3));
        assertThat(found(ana, here + "relatesTo IS NOT EMPTY ORDER BY key")).containsExactly(key(1), key(3));
        assertThat(found(ana, here + "duplicates = " + key(3))).containsExactly(key(4));
        assertThat(found(ana, here + "duplicatedBy = " + key(4))).containsExactly(key(3));
    }

    @Test
    void marks_cards_and_list_rows_while_a_task_of_the_project_is_in_their_way() {
        relate(1, "blocks", 2).expect(201);
        relate(ana, elsewhere(""), "blocks", key(3)).expect(201);

        assertThat(blocked()).containsExactly("false", "true", "false", "false");
        var done = "{\"statusId\":\"%s\"}".formatted(ana.status(project, 3));
        ana.post("/tasks/" + key(1) + "/move", done).expect(200);
        assertThat(blocked()).containsExactly("false", "false", "false");
        ana.post("/tasks/" + key(1) + "/move", "{\"statusId\":\"%s\"}".formatted(ana.status(project, 1)))
                .expect(200);
        assertThat(blocked()).containsExactly("true", "false", "false");
        ana.post("/tasks/" + key(1) + "/archive", "").expect(200);
        assertThat(blocked()).containsExactly("false", "false", "false");
    }

    /** Returns the marks of the first column, which are those of the list's rows. */
    private List<String> blocked() {
        var board = ana.get("/projects/" + project + "/board").expect(200);
        var marks = board.each("/columns/0/cards", "blocked");
        var status = ana.status(project, 0);
        assertThat(ana.get("/projects/" + project + "/tasks?status=" + status)
                        .expect(200)
                        .each("/items", "blocked"))
                .isEqualTo(marks);
        return marks;
    }

    @Test
    void has_a_limit() {
        for (int i = 0; i < 100; i++) {
            relate(ana, key(1), "relates-to", ana.task(project, "t")).expect(201);
        }

        assertThat(relate(2, "blocks", 1).expect(409, "too-many-relations").text("/detail"))
                .isEqualTo("A task must have at most 100 relations, those to tasks that you do not see included: "
                        + key(1));
    }

    @Test
    void is_listed_for_several_tasks_at_once_and_only_between_those_in_sight() {
        ana.adds(ben, project, "viewer");
        var shared = elsewhere("viewer");
        var hidden = elsewhere("");
        relate(1, "blocked-by", 2).expect(201);
        relate(2, "blocks", 3).expect(201);
        relate(3, "duplicates", 4).expect(201);
        relate(ana, key(1), "blocks", shared).expect(201);
        relate(ana, key(1), "blocks", hidden).expect(201);
        relate(ana, hidden, "relates-to", key(3)).expect(201);

        assertThat(listed(ben, "task=%s&task=%s".formatted(key(1), key(3))))
                .containsExactlyInAnyOrder(
                        key(2) + " blocks " + key(1),
                        key(2) + " blocks " + key(3),
                        key(3) + " duplicates " + key(4),
                        key(1) + " blocks " + shared);
        assertThat(listed(ana, "kind=blocks&limit=1&task=%s,%s".formatted(key(1), key(2))))
                .containsExactlyInAnyOrder(
                        key(2) + " blocks " + key(1),
                        key(2) + " blocks " + key(3),
                        key(1) + " blocks " + shared,
                        key(1) + " blocks " + hidden);
        assertThat(listed(ben, "task=" + project + "-99")).isEmpty();
    }

    /** Reads a project's relations page by page. */
    private List<String> listed(Client who, String query) {
        var path = "/projects/" + project + "/relations?" + query;
        var lines = new ArrayList<String>();
        var page = who.get(path).expect(200);
        while (true) {
            page.json()
                    .required("items")
                    .valueStream()
                    .map(item -> item.required("from").asString() + " "
                            + item.required("kind").asString() + " "
                            + item.required("to").asString())
                    .forEach(lines::add);
            if (page.at("/next").isNull()) {
                return lines;
            }
            page = who.get(path + "&cursor=" + page.text("/next")).expect(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|task must name from 1 to 100 tasks: 0",
                "?task=X|task must be the key of a task of {project}: X",
                "?task=OTHER-1|task must be the key of a task of {project}: OTHER-1",
                "?task={project}-1&kind=blocked-by|kind must be blocks, relates-to or duplicates: blocked-by"
            })
    void is_listed_for_tasks_that_are_named_well(String query, String message) {
        var path = "/projects/" + project + "/relations" + query.replace("{project}", project);

        assertThat(ana.get(path).expect(400, "invalid-request").text("/errors/0/message"))
                .isEqualTo(message.replace("{project}", project));
    }

    @Test
    void is_made_once_under_an_idempotency_key() {
        var body = "{\"kind\":\"blocks\",\"taskKey\":\"%s\"}".formatted(key(2));
        var first = ana.post(path(key(1)), body, "Idempotency-Key", key(1));
        var second = ana.post(path(key(1)), body, "Idempotency-Key", key(1)).expect(201);

        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }
}
