package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.imports.Imported;
import dev.pmt.shared.testing.PublishedEvents;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MentionsApiTest {

    private static RunningApi api;
    private static Client ana;
    private static Client ben;
    private static Client cleo;
    private static Client stranger;

    private String project = "";
    private String task = "";
    private String comments = "";

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        ana = api.person();
        ben = api.person();
        cleo = api.person("guest");
        stranger = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void make_a_task() {
        project = ana.project();
        ana.adds(ben, project, "member");
        ana.adds(cleo, project, "viewer");
        task = "/tasks/" + ana.task(project, "talked about");
        comments = task + "/comments";
    }

    /** Writes mentions of people. */
    private static String of(Client... people) {
        var text = new StringBuilder("Look,");
        for (var person : people) {
            text.append(" [@Somebody](mention:").append(person.id()).append(")");
        }
        return text.toString();
    }

    private static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static String description(String text) {
        return "{\"description\":\"" + text + "\"}";
    }

    private List<String> watchers() {
        return watchers(task);
    }

    private static List<String> watchers(String task) {
        return ana.get(task + "/watchers").expect(200).each("/items", "userId");
    }

    private static String[] ids(Client... people) {
        return List.of(people).stream().map(person -> person.id().toString()).toArray(String[]::new);
    }

    private long version() {
        return ana.get(task).expect(200).number("/version");
    }

    private static int told() throws Exception {
        return PublishedEvents.of(api.database()).size();
    }

    private static List<String> toldSince(int before) throws Exception {
        var told = PublishedEvents.of(api.database());
        return told.subList(before, told.size());
    }

    @Test
    void in_a_comment_let_members_of_every_kind_watch_and_nobody_else() throws Exception {
        var before = told();
        var nobody = new Client(api, UUID.randomUUID(), "");
        var said = ben.post(comments, text(of(stranger, ben, cleo, nobody, ana, cleo)))
                .expect(201);

        assertThat(said.text("/text")).isEqualTo(of(stranger, ben, cleo, nobody, ana, cleo));
        assertThat(said.header("ETag")).isEqualTo("\"1\"");
        assertThat(watchers()).containsExactlyInAnyOrder(ids(ana, ben, cleo));
        assertThat(version()).isEqualTo(4);
        assertThat(toldSince(before))
                .satisfiesExactly(
                        event -> assertThat(event).contains("pmt.task.watched.v1", ids(ben)[0]),
                        event -> assertThat(event).contains("pmt.task.watched.v1", ids(cleo)[0]),
                        event -> assertThat(event).contains("pmt.task.watched.v1", ids(ana)[0]),
                        event -> assertThat(event).contains("pmt.comment.added.v1"));
    }

    @Test
    void in_a_comment_are_no_change_of_the_task_when_nobody_begins_to_watch() {
        ben.put(task + "/watchers/me", "").expect(200);
        var before = ana.get(task).expect(200).body();
        var board = ana.get("/projects/" + project + "/board").header("ETag");

        ana.post(comments, text(of(ben, stranger))).expect(201);
        ana.post(comments, text("`" + of(cleo) + "`")).expect(201);

        assertThat(ana.get(task).body()).isEqualTo(before);
        assertThat(ana.get("/projects/" + project + "/board").header("ETag")).isEqualTo(board);
        assertThat(watchers()).containsExactly(ids(ben));
    }

    @Test
    void in_an_edited_comment_count_when_they_are_new_in_it() {
        var comment =
                comments + "/" + ana.post(comments, text(of(ben))).expect(201).text("/id");
        ben.delete(task + "/watchers/me").expect(204);

        var edited = ana.patch(comment, 1, text(of(ben, cleo, stranger))).expect(200);
        assertThat(edited.number("/version")).isEqualTo(2);
        assertThat(watchers()).containsExactly(ids(cleo));

        ana.patch(comment, 2, text("Nobody")).expect(200);
        assertThat(watchers()).containsExactly(ids(cleo));
        ana.patch(comment, 3, text(of(ben))).expect(200);
        assertThat(watchers()).containsExactly(ids(cleo, ben));
    }

    @Test
    void in_what_is_refused_let_nobody_watch() {
        var comment =
                comments + "/" + ana.post(comments, text("Mine")).expect(201).text("/id");

        ben.patch(comment, 1, text(of(ben))).expect(403, "not-author");
        ana.patch(comment, 7, text(of(ben))).expect(412, "stale-version");
        ana.patch(comments + "/" + UUID.randomUUID(), 1, text(of(ben))).expect(404, "not-found");
        ana.post(comments, text(of(ben) + "x".repeat(200_000))).expect(400, "invalid-request");
        cleo.post(comments, text(of(ben))).expect(403, "role-too-low");
        stranger.post(comments, text(of(ben, stranger))).expect(404, "not-found");
        ana.patch(task, 7, description(of(ben))).expect(412, "stale-version");
        cleo.patch(task, 1, description(of(ben))).expect(403, "role-too-low");
        ana.patch(task, 1, "{\"description\":\"" + of(ben) + "\",\"title\":\"\"}")
                .expect(400, "invalid-request");

        assertThat(watchers()).isEmpty();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void in_a_new_task_let_members_watch_it() throws Exception {
        var before = told();
        var made = ben.post(
                        "/projects/" + project + "/tasks",
                        "{\"title\":\"New\",\"description\":\"" + of(cleo, stranger, ben) + "\"}")
                .expect(201);
        task = "/tasks/" + made.text("/key");

        assertThat(watchers()).containsExactlyInAnyOrder(ids(ben, cleo));
        assertThat(made.number("/version")).isEqualTo(3);
        assertThat(ana.get(task).body()).isEqualTo(made.body());
        assertThat(made.header("ETag")).isEqualTo("\"3\"");
        assertThat(toldSince(before))
                .satisfiesExactly(
                        event -> assertThat(event).contains("pmt.task.created.v1"),
                        event -> assertThat(event).contains("pmt.task.watched.v1", ids(cleo)[0]),
                        event -> assertThat(event).contains("pmt.task.watched.v1", ids(ben)[0]));
        ben.patch(task, 3, "{\"title\":\"Newer\"}").expect(200);
    }

    @Test
    void in_a_description_count_when_they_are_new_in_it_and_the_answer_can_be_changed_and_undone() {
        var changed = ana.patch(task, 1, description(of(ben, stranger, cleo))).expect(200);
        assertThat(watchers()).containsExactlyInAnyOrder(ids(ben, cleo));
        assertThat(changed.number("/version")).isEqualTo(4);
        ben.delete(task + "/watchers/me").expect(204);

        var again = ana.patch(task, version(), "{\"description\":\"" + of(ben, cleo) + "\",\"priority\":\"high\"}")
                .expect(200);
        assertThat(watchers()).containsExactly(ids(cleo));
        ana.patch(task, again.number("/version"), description("")).expect(200);
        var back = ana.patch(task, version(), description(of(ben))).expect(200);
        assertThat(watchers()).containsExactly(ids(cleo, ben));
        assertThat(back.header("ETag")).isEqualTo("\"" + back.number("/version") + "\"");

        var undone = ana.post(task + "/undo", "{\"version\":" + back.number("/version") + "}")
                .expect(200);
        assertThat(undone.text("/task/description")).isEmpty();
        assertThat(watchers()).containsExactly(ids(cleo, ben));
    }

    @Test
    void that_an_undo_brings_back_let_nobody_watch() {
        ana.patch(task, 1, description(of(ben))).expect(200);
        var emptied = ana.patch(task, version(), description("")).expect(200);
        ben.delete(task + "/watchers/me").expect(204);

        ana.post(task + "/undo", "{\"version\":" + emptied.number("/version") + "}")
                .expect(200);

        assertThat(ana.get(task).text("/description")).isEqualTo(of(ben));
        assertThat(watchers()).isEmpty();
    }

    @Test
    void let_one_watch_once_when_a_request_is_repeated() {
        var first = ana.post(comments, text(of(ben)), "Idempotency-Key", "k-" + project)
                .expect(201);
        ben.delete(task + "/watchers/me").expect(204);
        var again = ana.post(comments, text(of(ben)), "Idempotency-Key", "k-" + project)
                .expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(watchers()).isEmpty();
    }

    @Test
    void let_one_watch_an_archived_task_as_watching_does() {
        ana.post(task + "/archive", "").expect(200);
        ana.post(comments, text(of(ben))).expect(201);

        assertThat(watchers()).containsExactly(ids(ben));
    }

    @Test
    void let_nobody_watch_who_is_shut_out() throws SQLException {
        try (var connection = api.database().connect();
                var statement = connection.prepareStatement(
                        "INSERT INTO api.profile (user_id, name, active, version) VALUES (?, 'Dora', false, 1)")) {
            var dora = api.person();
            ana.adds(dora, project, "member");
            statement.setObject(1, dora.id());
            statement.executeUpdate();

            ana.post(comments, text(of(dora, ben))).expect(201);
        }
        assertThat(watchers()).containsExactly(ids(ben));
    }

    @Test
    void of_many_at_once_are_written_while_members_leave_and_tasks_change() {
        var others = List.of(api.person(), api.person(), api.person(), api.person());
        others.forEach(other -> ana.adds(other, project, "member"));
        var written = new AtomicInteger();

        Together.run(12, n -> {
            var other = others.get(n % 4);
            switch (n / 4) {
                case 0 -> {
                    var answer = other.post(comments, text(of(ana, ben, cleo, other)));
                    assertThat(answer.status()).as(answer.body()).isIn(201, 404);
                    written.addAndGet(answer.status() == 201 ? 1 : 0);
                }
                case 1 ->
                    ana.delete("/projects/" + project + "/members/" + other.id())
                            .expect(204);
                default -> ana.put(task + "/watchers/" + ben.id(), "").expect(200);
            }
        });

        assertThat(ana.get(comments).at("/items").size()).isEqualTo(written.get());
        assertThat(watchers())
                .contains(ids(ben))
                .doesNotContainAnyElementsOf(
                        others.stream().map(other -> other.id().toString()).toList());
        assertThat(version()).isEqualTo(1 + versionsTold());
    }

    /** Counts the versions of the task that events told after the first. */
    private long versionsTold() {
        try {
            return PublishedEvents.of(api.database()).stream()
                    .filter(event -> event.contains(task.substring("/tasks/".length()) + "\""))
                    .filter(event -> event.contains("pmt.task.watched.v1"))
                    .count();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void that_an_import_brings_let_nobody_watch() {
        var csv = "issuekey,title,description\nX-1,Imported,\"" + of(ben) + "\"\n";
        Imported.file(ana, project, csv);
        var list = "/projects/" + project + "/tasks?q=Imported";
        task = "/tasks/" + ana.get(list).text("/items/0/key");
        assertThat(ana.get(task).text("/description")).isEqualTo(of(ben));

        assertThat(watchers()).isEmpty();
        ana.patch(task, version(), description(of(ben) + " again")).expect(200);
        assertThat(watchers()).isEmpty();
    }
}
