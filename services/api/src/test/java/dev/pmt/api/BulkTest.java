package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.api.imports.Imported;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkTest {

    private static final int TASKS = 230;
    private static final String EVERYTHING = "archived = true OR archived = false";

    private static RunningApi api;
    private static Client ana;

    private String project = "";
    private String bulk = "";

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of("pmt.bulk.chunk", "50", "pmt.bulk.poll", "100ms"));
        ana = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void import_a_backlog() {
        project = ana.project();
        bulk = "/projects/" + project + "/bulk-changes";
        var rows = IntStream.rangeClosed(1, TASKS).mapToObj(n -> key(n) + ",Title " + n);
        Imported.file(ana, project, "issuekey,title\n" + rows.collect(Collectors.joining("\n")));
    }

    private String key(int number) {
        return project + "-" + number;
    }

    private String keys(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> "\"" + key(n) + "\"")
                .collect(Collectors.joining(",", "\"tasks\":[", "]"));
    }

    private Answer change(String which, String change) {
        return ana.post(bulk, "{%s,\"change\":{%s}}".formatted(which, change));
    }

    private Answer undo(Answer change) {
        return ended(ana.post(bulk + "/" + change.text("/id") + "/undo", ""));
    }

    private Answer ended(Answer begun) {
        var path = bulk + "/" + begun.text("/id");
        await().until(() -> !ana.get(path).at("/finishedAt").isNull());
        return ana.get(path).expect(200);
    }

    private static String counts(Answer change) {
        return "%s: %d of %d, %d changed, %d refused"
                .formatted(
                        change.text("/state"),
                        change.number("/done"),
                        change.number("/total"),
                        change.number("/changed"),
                        change.number("/refused"));
    }

    private List<String> found(String query, String... fields) {
        var all = new ArrayList<String>();
        var encoded = URLEncoder.encode(query + " ORDER BY key", StandardCharsets.UTF_8);
        var next = "";
        while (!next.equals("null")) {
            var page = ana.get("/projects/" + project + "/tasks?limit=100&query=" + encoded + next);
            page.expect(200)
                    .at("/items")
                    .forEach(task -> all.add(java.util.Arrays.stream(fields)
                            .map(field -> task.get(field).toString())
                            .collect(Collectors.joining(" "))));
            next = page.at("/next").isNull() ? "null" : "&cursor=" + page.text("/next");
        }
        return all;
    }

    private static long sql(String statement) throws SQLException {
        try (var connection = api.database().connect();
                var sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return sql.getUpdateCount();
            }
            try (var rows = sql.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void changes_all_that_a_query_found_when_it_began_and_undoes_what_nobody_changed_since() {
        var todo = "\"query\":\"status = todo\"";
        var doing = "\"statusId\":\"%s\",\"addLabels\":[\"swept\"]".formatted(ana.status(project, 3));
        var preview = ana.post(bulk + "/preview", "{%s,\"change\":{%s}}".formatted(todo, doing));
        assertThat(preview.expect(200).body())
                .isEqualTo("{\"total\":230,\"changed\":230,\"unchanged\":0,\"refused\":0,\"refusals\":[]}");

        var begun = change(todo, doing);
        assertThat(begun.status()).isEqualTo(202);
        var done = ended(begun);
        assertThat(counts(done)).isEqualTo("done: 230 of 230, 230 changed, 0 refused");
        assertThat(found("status = todo", "key")).isEmpty();
        assertThat(found("labels = swept", "version")).hasSize(TASKS).containsOnly("3");

        var one = "/tasks/" + key(7);
        ana.patch(one, 3, "{\"labels\":[\"swept\",\"mine\"]}").expect(200);
        var undone = undo(done);
        assertThat(counts(undone)).isEqualTo("done: 230 of 230, 230 changed, 1 refused");
        assertThat(undone.at("/refusals/0").toString())
                .isEqualTo("{\"key\":\"%s\",\"reason\":\"changed since: labels\"}".formatted(key(7)));
        assertThat(found("status = todo", "key")).hasSize(TASKS);
        assertThat(found("labels IS NOT EMPTY", "labels")).containsExactly("[\"swept\",\"mine\"]");

        assertThat(counts(undo(undone))).isEqualTo("done: 230 of 230, 230 changed, 0 refused");
        assertThat(found("labels = swept AND status != todo", "key")).hasSize(TASKS);
        await().until(() ->
                ana.get("/tasks/" + key(9) + "/activity").at("/items").size() == 7);
    }

    @Test
    void leaves_tasks_that_break_a_rule_and_tells_why() {
        ana.patch("/tasks/" + key(2), 1, "{\"type\":\"epic\"}").expect(200);
        ana.patch("/tasks/" + key(3), 1, "{\"startDate\":\"2026-12-24\"}").expect(200);
        var sprint = ana.post("/projects/" + project + "/sprints", "{\"name\":\"One\"}")
                .text("/id");

        var done = change(keys(1, 4), "\"sprintId\":\"%s\",\"dueDate\":\"2026-12-01\"".formatted(sprint));

        assertThat(counts(done.expect(201))).isEqualTo("done: 4 of 4, 2 changed, 2 refused");
        assertThat(done.each("/refusals", "reason"))
                .containsExactly(
                        "sprintId must be empty for type epic, plan the tasks below it",
                        "dueDate must not be before startDate 2026-12-24: 2026-12-01");
        assertThat(found("sprint = One", "key")).containsExactly("\"" + key(1) + "\"", "\"" + key(4) + "\"");
        assertThat(counts(change(keys(1, 1), "\"dueDate\":\"2026-12-01\"").expect(201)))
                .isEqualTo("done: 1 of 1, 0 changed, 0 refused");
        change(keys(1, 2), "\"assigneeId\":\"%s\"".formatted(api.person().id())).expect(400, "invalid-request");
        change("\"tasks\":[\"OTHER-1\"]", "\"points\":1").expect(400, "invalid-request");
        change("\"query\":\"stattus = x\"", "\"points\":1").expect(400, "invalid-query");
        change(keys(1, 2), "").expect(400, "invalid-request");
    }

    @Test
    void goes_on_where_it_was_when_its_worker_dies_and_doubles_nothing() throws SQLException {
        sql("""
            CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the process dies here'; END $$
            """);
        sql("""
            CREATE TRIGGER crash BEFORE UPDATE ON task FOR EACH ROW
            WHEN (new.number = 134 AND new.priority = 'highest') EXECUTE FUNCTION crash()
            """);
        var begun = change("\"query\":\"\"", "\"priority\":\"highest\"").expect(202);
        var path = bulk + "/" + begun.text("/id");
        await().until(() -> ana.get(path).number("/done") == 100);
        ana.post(path + "/undo", "").expect(409, "bulk-change-running");
        sql("DROP TRIGGER crash ON task");
        sql("UPDATE bulk_change SET lease_until = now() - interval '1 second' WHERE state = 'running'");

        assertThat(counts(ended(begun))).isEqualTo("done: 230 of 230, 230 changed, 0 refused");
        assertThat(found("priority = highest", "version")).hasSize(TASKS).containsOnly("2");
        assertThat(sql("SELECT count(*) FROM event_log WHERE data ->> 'key' LIKE '" + project
                        + "-%' AND type = 'pmt.task.changed.v1'"))
                .isEqualTo(TASKS);
    }

    @Test
    void gives_every_task_its_state_back_when_all_changes_are_undone() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var sprint = ana.post("/projects/" + project + "/sprints", "{\"name\":\"Two\"}")
                .text("/id");
        var fields = List.of(
                "\"priority\":\"low\"",
                "\"points\":%d".formatted(1 + random.nextInt(9)),
                "\"points\":null",
                "\"estimateMinutes\":%d".formatted(30 * (1 + random.nextInt(9))),
                "\"addLabels\":[\"a\",\"b\"]",
                "\"removeLabels\":[\"a\"]",
                "\"dueDate\":\"2026-12-%02d\"".formatted(1 + random.nextInt(28)),
                "\"assigneeId\":\"%s\"".formatted(ana.id()),
                "\"type\":\"bug\"",
                "\"archived\":true",
                "\"archived\":false,\"priority\":\"high\"",
                "\"sprintId\":\"%s\"".formatted(sprint),
                "\"statusId\":\"%s\",\"sprintId\":null".formatted(ana.status(project, random.nextInt(4))));
        var shown = new String[] {
            "key",
            "statusId",
            "type",
            "priority",
            "assigneeId",
            "points",
            "estimateMinutes",
            "dueDate",
            "labels",
            "sprint",
            "archived"
        };
        var states = new ArrayList<List<String>>();
        var changes = new ArrayList<Answer>();
        for (int i = 0; i < 25; i++) {
            states.add(found(EVERYTHING, shown));
            var first = 1 + random.nextInt(30);
            var which = keys(first, first + 199);
            changes.add(change(which, fields.get(random.nextInt(fields.size()))).expect(201));
        }
        while (!changes.isEmpty()) {
            assertThat(undo(changes.removeLast()).number("/refused"))
                    .as("seed " + seed)
                    .isZero();
            assertThat(found(EVERYTHING, shown)).as("seed " + seed).isEqualTo(states.removeLast());
        }
    }
}
