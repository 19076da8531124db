package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoTest {

    private static RunningApi api;
    private static Client ana;

    private String project = "";
    private String task = "";

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of("pmt.bulk.prune-every", "200ms"));
        ana = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void write_a_task() {
        project = ana.project();
        task = "/tasks/" + ana.task(project, "First");
    }

    private Answer patch(String body) {
        return ana.patch(task, ana.get(task).number("/version"), body).expect(200);
    }

    private Answer undo(Answer changed) {
        return ana.post(task + "/undo", "{\"version\":%d}".formatted(changed.number("/version")));
    }

    @Test
    void sets_back_all_that_one_write_changed_but_for_what_was_changed_since() {
        patch("{\"description\":\"Old words\",\"points\":2}");
        var changed = patch("{\"title\":\"Second\",\"description\":\"New words\",\"points\":null,\"labels\":[\"a\"]}");
        patch("{\"title\":\"Third\"}");

        var undone = undo(changed).expect(200);

        assertThat(undone.at("/left").toString()).isEqualTo("[\"title\"]");
        assertThat(undone.text("/task/title") + ": " + undone.text("/task/description"))
                .isEqualTo("Third: Old words");
        assertThat(undone.at("/task/points") + " " + undone.at("/task/labels")).isEqualTo("2 []");
    }

    @Test
    void takes_an_archived_task_out_again_and_a_moved_card_back_to_its_place() {
        var second = ana.task(project, "Second");
        var third = ana.task(project, "Third");
        var before = ana.get("/projects/" + project + "/board").at("/columns").toString();
        var doing = "{\"statusId\":\"%s\"}".formatted(ana.status(project, 2));
        ana.post("/tasks/" + third + "/move", doing).expect(200);
        var moved = ana.post(task + "/move", doing).expect(200);
        assertThat(undo(moved).expect(200).number("/task/version")).isGreaterThan(moved.number("/version"));
        task = "/tasks/" + third;
        ana.post(task + "/undo", "{\"version\":%d}".formatted(ana.get(task).number("/version")))
                .expect(200);
        task = "/tasks/" + second;
        undo(ana.post(task + "/archive", "")).expect(200);

        var after = ana.get("/projects/" + project + "/board").at("/columns").toString();
        assertThat(after.replaceAll("\"version\":\\d+", "")).isEqualTo(before.replaceAll("\"version\":\\d+", ""));
    }

    @Test
    void undoes_what_a_line_of_the_history_tells_of() {
        patch("{\"priority\":\"high\",\"assigneeId\":\"%s\"}".formatted(ana.id()));
        await().until(() -> ana.get(task + "/activity").at("/items").size() == 3);
        var lines = ana.get(task + "/activity");
        assertThat(lines.each("/items", "undoable")).containsExactly("true", "true", "false");

        var line = "{\"activityId\":\"%s\"}";
        var undone = ana.post(task + "/undo", line.formatted(lines.text("/items/0/id")))
                .expect(200);
        assertThat(undone.text("/task/priority") + " "
                        + undone.at("/task/assigneeId").isNull())
                .isEqualTo("medium false");
        ana.post(task + "/undo", line.formatted(lines.text("/items/0/id"))).expect(409, "changed-since");
        ana.post(task + "/undo", line.formatted(lines.text("/items/2/id"))).expect(409, "not-undoable");
        ana.post(task + "/undo", "{}").expect(400, "invalid-request");
    }

    @Test
    void forgets_what_is_older_than_thirty_days() throws SQLException {
        var old = patch("{\"points\":1}");
        try (var connection = api.database().connect();
                var sql = connection.createStatement()) {
            sql.execute("UPDATE task_change SET at = now() - interval '31 days'");
            await().until(() -> undo(old).status() == 409);
        }
        undo(old).expect(409, "not-undoable");
    }
}
