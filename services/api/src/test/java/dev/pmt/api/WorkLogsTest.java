package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.PublishedEvents;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkLogsTest {

    private static final int MOST = 1_000;

    private static RunningApi api;
    private static Client ana;
    private static Client ben;
    private static Client cleo;

    private String project = "";
    private String task = "";
    private String logs = "";

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        ben = api.person();
        cleo = api.person();
    }

    @BeforeEach
    void make_a_task() {
        project = ana.project();
        task = "/tasks/" + ana.task(project, "worked on");
        logs = task + "/work-logs";
        ana.adds(ben, project, "member");
        ana.adds(cleo, project, "viewer");
    }

    private static String work(int minutes, String day, String note) {
        return "{\"minutes\":%d,\"day\":\"%s\",\"note\":\"%s\"}".formatted(minutes, day, note);
    }

    private String logs(Client who, int minutes, String day, String note) {
        return logs + "/" + who.post(logs, work(minutes, day, note)).expect(201).text("/id");
    }

    private List<String> notes() {
        return cleo.get(logs).expect(200).each("/items", "note");
    }

    @Test
    void have_lines_in_the_history_that_are_no_change_of_the_task() {
        var log = logs(ben, 90, "2026-01-15", "found");
        ana.patch(task, 1, "{\"title\":\"renamed\"}").expect(200);
        ben.patch(log, 1, "{\"minutes\":60}").expect(200);
        ben.patch(log, 2, "{\"note\":\"mended\"}").expect(200);
        ana.delete(log).expect(204);

        var history = task + "/activity";
        await().untilAsserted(() -> assertThat(ana.get(history).each("/items", "kind"))
                .containsExactly("unlogged", "log-corrected", "log-corrected", "changed", "logged", "created"));
        var lines = ana.get(history).expect(200);
        assertThat(lines.each("/items", "undoable"))
                .containsExactly("false", "false", "false", "true", "false", "false");
        assertThat(lines.each("/items", "actorId"))
                .startsWith(ana.id().toString(), ben.id().toString());
        assertThat(lines.at("/items/0/changes").toString())
                .isEqualTo("[{\"field\":\"loggedMinutes\",\"from\":\"60\",\"to\":null}]");
        assertThat(lines.at("/items/4/changes").toString())
                .isEqualTo("[{\"field\":\"loggedMinutes\",\"from\":null,\"to\":\"90\"}]");
        ana.post(task + "/undo", "{\"activityId\":\"%s\"}".formatted(lines.text("/items/4/id")))
                .expect(409, "not-undoable");
    }

    @Test
    void come_back_with_their_sum_and_are_no_change_of_the_task() {
        var before = ana.get(task).expect(200).body();
        var board = ana.get("/projects/" + project + "/board").expect(200).header("ETag");

        var logged = ben.post(logs, work(90, "2026-01-15", "  Reproduced \uD83D\uDC1E "))
                .expect(201);
        logs(ana, 1_440, "2026-01-16", "");
        logs(ana, 1, "2026-01-15", "Later");

        assertThat(logged.header("ETag")).isEqualTo("\"1\"");
        assertThat(logged.text("/userId")).isEqualTo(ben.id().toString());
        assertThat(logged.text("/note")).isEqualTo("Reproduced \uD83D\uDC1E");
        var list = cleo.get(logs).expect(200);
        assertThat(list.at("/items/2")).isEqualTo(logged.json());
        assertThat(list.each("/items", "day")).containsExactly("2026-01-16", "2026-01-15", "2026-01-15");
        assertThat(notes()).containsExactly("", "Later", "Reproduced \uD83D\uDC1E");
        assertThat(list.number("/minutes")).isEqualTo(1_531);
        assertThat(list.number("/most")).isEqualTo(MOST);
        assertThat(ana.get(task).expect(200).body()).isEqualTo(before);
        assertThat(ana.get("/projects/" + project + "/board").header("ETag")).isEqualTo(board);
    }

    @Test
    void are_asked_for_beside_the_estimate_in_hours() {
        var version = ana.get(task).number("/version");
        ana.patch(task, version, "{\"estimateMinutes\":90}").expect(200);
        logs(ana, 100, "2026-01-16", "");
        logs(ana, 50, "2026-01-17", "");
        var tasks = "/projects/" + project + "/tasks?query=";

        assertThat(ana.get(tasks + "estimate+%3D+1.5+AND+logged+%3E%3D+2.5+AND+logged+%3C+2.6")
                        .each("/items", "key"))
                .hasSize(1);
        assertThat(ana.get(tasks + "logged+%3D+0+OR+estimate+IS+EMPTY")
                        .expect(200)
                        .each("/items", "key"))
                .doesNotContain(ana.get(task).text("/key"));
        ana.get(tasks + "ORDER+BY+logged+DESC,+estimate").expect(200);
    }

    @Test
    void need_no_note_and_are_written_once_under_one_key() {
        var bare = "{\"minutes\":5,\"day\":\"2026-01-15\"}";
        var first = ben.post(logs, bare, "Idempotency-Key", "w-" + project).expect(201);
        var again = ben.post(logs, bare, "Idempotency-Key", "w-" + project).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(notes()).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                         | minutes must be given; day must be given",
                "{\"minutes\":0,\"day\":\"2026-01-15\"}                     | minutes must be a whole number from 1 to 1440: 0",
                "{\"minutes\":1441,\"day\":\"2026-01-15\"}                  | minutes must be a whole number from 1 to 1440: 1441",
                "{\"minutes\":1.5,\"day\":\"2026-01-15\"}                   | minutes must be a whole number from 1 to 1440: 1.5",
                "{\"minutes\":1,\"day\":\"2026-02-30\"}                     | day must be a day such as 2026-11-30: 2026-02-30",
                "{\"minutes\":1,\"day\":\"9999-01-01\"}                     | day must not be in the future: 9999-01-01",
                "{\"minutes\":1,\"day\":\"2026-01-15\",\"note\":\"a\\nb\"}  | note must be one line",
            })
    void refuse_what_is_no_work(String body, String why) {
        assertThat(ben.post(logs, body).expect(400, "invalid-request").text("/detail"))
                .isEqualTo(why);
        assertThat(notes()).isEmpty();
    }

    @Test
    void refuse_a_note_that_is_too_long_and_minutes_that_are_no_number() {
        var note = "n".repeat(501);
        assertThat(ben.post(logs, work(1, "2026-01-15", note))
                        .expect(400, "invalid-request")
                        .text("/detail"))
                .isEqualTo("note must have 0 to 500 characters: 501");
        ben.post(logs, "{\"minutes\":\"1h\",\"day\":\"2026-01-15\"}").expect(400);
    }

    @Test
    void take_the_day_that_it_is_somewhere() {
        var there = LocalDate.now(ZoneOffset.ofHours(14));

        ben.post(logs, work(1, there.toString(), "")).expect(201);
        assertThat(ben.post(logs, work(1, there.plusDays(2).toString(), ""))
                        .expect(400, "invalid-request")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("day");
    }

    @Test
    void are_corrected_by_who_worked_who_loses_no_edit_of_another_window() {
        var log = logs(ben, 90, "2026-01-15", "Frist");

        var corrected =
                ben.patch(log, 1, "{\"minutes\":105,\"note\":\" First \"}").expect(200);

        assertThat(corrected.number("/minutes")).isEqualTo(105);
        assertThat(corrected.text("/note")).isEqualTo("First");
        assertThat(corrected.text("/day")).isEqualTo("2026-01-15");
        assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
        assertThat(ben.patch(log, 2, "{\"minutes\":105}").expect(200).number("/version"))
                .isEqualTo(2);
        ben.patch(log, 1, "{\"minutes\":1}").expect(412, "stale-version");
        ben.patch(log, "{\"minutes\":1}").expect(428, "version-required");
        ben.patch(log, 2, "{\"minutes\":null}").expect(400, "invalid-request");
        ben.patch(log, 2, "{\"day\":\"9999-01-01\"}").expect(400, "invalid-request");
        ana.patch(log, 2, "{\"minutes\":1}").expect(403, "not-author");
        ana.adds(ben, project, "viewer");
        ben.patch(log, 2, "{\"minutes\":1}").expect(403, "role-too-low");
        assertThat(cleo.get(logs).expect(200).at("/items/0")).isEqualTo(corrected.json());
    }

    @Test
    void are_deleted_by_who_worked_or_a_maintainer() {
        var own = logs(ben, 1, "2026-01-15", "Own");
        var others = logs(ana, 2, "2026-01-16", "Another's");

        ben.delete(others).expect(403, "role-too-low");
        ben.delete(own).expect(204);
        ben.delete(own).expect(404, "not-found");
        assertThat(notes()).containsExactly("Another's");
        ana.adds(ben, project, "maintainer");
        ben.delete(others).expect(204);
        assertThat(cleo.get(logs).expect(200).number("/minutes")).isZero();
    }

    @Test
    void of_one_task_are_not_found_at_another() {
        var log = logs(ben, 1, "2026-01-15", "Here");
        var id = log.substring(log.lastIndexOf('/') + 1);
        var other = "/tasks/" + ana.task(project, "other") + "/work-logs/" + id;

        ben.patch(other, 1, "{\"minutes\":2}").expect(404, "not-found");
        ben.delete(other).expect(404, "not-found");
        ben.delete(logs + "/" + UUID.randomUUID()).expect(404, "not-found");
        assertThat(notes()).containsExactly("Here");
    }

    @Test
    void are_no_more_than_a_task_may_have_however_many_come_at_once() throws Exception {
        try (var connection = api.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO work_log (id, task_id, user_id, day, minutes, note, logged_at)
                    SELECT gen_random_uuid(), t.id, '%s', DATE '2026-01-01', 1, '', now()
                      FROM task t JOIN project p ON p.id = t.project_id, generate_series(1, %d)
                     WHERE p.key = '%s'
                    """.formatted(ben.id(), MOST - 2, project));
        }

        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < 6; writer++) {
                threads.execute(() ->
                        answers.add(ben.post(logs, work(1, "2026-01-15", "")).status()));
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 201, 422, 422, 422, 422);
        assertThat(cleo.get(logs).expect(200).number("/minutes")).isEqualTo(MOST);
        ben.post(logs, work(1, "2026-01-15", "")).expect(422, "too-many-work-logs");
    }

    @Test
    void are_told_without_a_gap_in_their_versions() {
        var log = logs(ben, 90, "2026-01-15", "Reproduced");
        ben.patch(log, 1, "{\"minutes\":105}").expect(200);
        ana.delete(log).expect(204);

        var id = log.substring(log.lastIndexOf('/') + 1);
        assertThat(PublishedEvents.of(api.database()).stream().filter(event -> event.contains(id)))
                .satisfiesExactly(
                        added -> assertThat(added).contains("pmt.work-log.added.v1", "\"version\": 1", "90"),
                        changed -> assertThat(changed).contains("pmt.work-log.changed.v1", "\"version\": 2", "105"),
                        deleted -> assertThat(deleted).contains("pmt.work-log.deleted.v1", "\"version\": 3", "105"));
    }
}
