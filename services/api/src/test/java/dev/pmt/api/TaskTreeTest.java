package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.api.imports.Imported;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTreeTest {

    private static RunningApi api;
    private static Client ana;

    private String project = "";

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    @BeforeEach
    void grow_a_tree() {
        project = ana.project();
        create("epic", null);
        create("story", key(1));
        create("subtask", key(2));
        create("task", null);
    }

    private String key(int number) {
        return project + "-" + number;
    }

    private Answer create(String type, String parent) {
        var wanted = parent == null ? "null" : "\"" + parent + "\"";
        return ana.post(
                "/projects/" + project + "/tasks",
                "{\"title\":\"a %s\",\"type\":\"%s\",\"parentKey\":%s}".formatted(type, type, wanted));
    }

    private Answer patch(int number, String body) {
        var path = "/tasks/" + key(number);
        return ana.patch(path, ana.get(path).number("/version"), body.replace("KEY", project));
    }

    private Answer task(int number) {
        return ana.get("/tasks/" + key(number)).expect(200);
    }

    @Test
    void shows_a_parent_and_counts_the_children() {
        var story = task(2);

        assertThat(story.text("/parent/key")).isEqualTo(key(1));
        assertThat(story.text("/parent/title")).isEqualTo("a epic");
        assertThat(story.text("/parent/type")).isEqualTo("epic");
        assertThat(story.at("/children").toString()).isEqualTo("{\"done\":0,\"total\":1}");
        patch(3, "{\"statusId\":\"" + ana.status(project, 3) + "\"}").expect(200);
        assertThat(task(2).at("/children").toString()).isEqualTo("{\"done\":1,\"total\":1}");
        ana.post("/tasks/" + key(3) + "/archive", "").expect(200);
        assertThat(task(2).at("/children").toString()).isEqualTo("{\"done\":0,\"total\":0}");
    }

    @Test
    void tells_by_its_tag_what_changed_in_other_tasks_too() {
        var tag = task(2).header("ETag");
        ana.get("/tasks/" + key(2), "If-None-Match", tag).expect(304);
        patch(1, "{\"title\":\"Renamed\"}").expect(200);

        var again = ana.get("/tasks/" + key(2), "If-None-Match", tag).expect(200);

        assertThat(again.text("/parent/title")).isEqualTo("Renamed");
        assertThat(again.number("/version")).isEqualTo(1);
        ana.patch("/tasks/" + key(2), "{\"points\":1}", "If-Match", tag).expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4 | {"parentKey":"KEY-1"}                    | ``
            2 | {"parentKey":null}                       | ``
            2 | {"type":"bug"}                           | ``
            2 | {"type":"task","parentKey":null}         | ``
            3 | {"parentKey":"KEY-4"}                    | ``
            4 | {"type":"subtask","parentKey":"KEY-2"}   | ``
            3 | {"type":"bug","parentKey":"KEY-1"}       | ``
            1 | {"parentKey":"KEY-2"}                    | parentKey must be empty for type epic: KEY-2, of type story
            3 | {"parentKey":"KEY-1"}                    | parentKey must be a task, a bug or a story for type subtask: KEY-1, of type epic
            4 | {"parentKey":"KEY-2"}                    | parentKey must be an epic for type task: KEY-2, of type story
            4 | {"parentKey":"KEY-99"}                   | parentKey must be a task of project KEY: KEY-99
            4 | {"type":"subtask","parentKey":"KEY-4"}   | parentKey must be another task: KEY-4
            2 | {"type":"epic"}                          | type must fit above the tasks that have KEY-2 as their parent, give them another one first: epic
            1 | {"type":"story"}                         | type must fit above the tasks that have KEY-1 as their parent, give them another one first: story
            3 | {"type":"bug"}                           | type must fit under its parent KEY-2, take the parent away first: bug
            1 | {"type":"subtask","parentKey":"KEY-2"}   | type must fit above the tasks that have KEY-1 as their parent, give them another one first: subtask
            """)
    void keeps_every_task_below_one_that_it_fits_under(int number, String body, String message) {
        var answer = patch(number, body);

        if (message.isEmpty()) {
            answer.expect(200);
        } else {
            answer.expect(400, "invalid-request");
            assertThat(answer.text("/errors/0/message")).isEqualTo(message.replace("KEY", project));
        }
    }

    @Test
    void takes_no_parent_from_another_project_and_does_not_say_what_is_there() {
        var hidden = api.person();
        var theirs = hidden.task(hidden.project(), "secret");
        var own = ana.task(ana.project(), "elsewhere");

        for (var parent : new String[] {theirs, own}) {
            var answer = create("subtask", parent).expect(400, "invalid-request");
            assertThat(answer.text("/errors/0/message"))
                    .isEqualTo("parentKey must be a task of project " + project + ": " + parent);
        }
    }

    @Test
    void gives_an_archived_task_no_new_children_and_leaves_it_those_it_has() {
        ana.post("/tasks/" + key(1) + "/archive", "").expect(200);

        assertThat(create("story", key(1)).expect(400, "invalid-request").text("/errors/0/message"))
                .isEqualTo("parentKey must not be archived, unarchive it first: " + key(1));
        patch(2, "{\"parentKey\":\"KEY-1\",\"title\":\"still there\"}").expect(200);
        assertThat(task(2).text("/parent/key")).isEqualTo(key(1));
    }

    @Test
    void grows_no_circle_under_two_opposite_writers() {
        create("task", null);
        Together.run(2, writer -> {
            var child = writer == 0 ? 4 : 5;
            ana.patch(
                    "/tasks/" + key(child), 1, "{\"type\":\"subtask\",\"parentKey\":\"%s\"}".formatted(key(9 - child)));
        });

        assertThat(task(4).at("/parent").isNull())
                .isNotEqualTo(task(5).at("/parent").isNull());
    }

    @Test
    void lists_the_children_of_a_task_and_shows_parents_wherever_tasks_are_listed() {
        var list = "/projects/" + project + "/tasks";

        assertThat(ana.get(list + "?parent=" + key(2)).expect(200).each("/items", "key"))
                .containsExactly(key(3));
        assertThat(ana.get(list).expect(200).text("/items/1/parent/key")).isEqualTo(key(1));
        assertThat(ana.get(list + "?parent=OTHER-2").expect(200).each("/items", "key"))
                .isEmpty();
        assertThat(ana.get(list + "?parent=x").expect(400, "invalid-request").text("/errors/0/message"))
                .isEqualTo("parent must be a task's key: x");
        var board = ana.get("/projects/" + project + "/board").expect(200);
        assertThat(board.text("/columns/0/cards/2/parent/title")).isEqualTo("a story");
        var window = ana.get("/projects/" + project + "/board/columns/" + ana.status(project, 0))
                .expect(200);
        assertThat(window.text("/items/2/parent/key")).isEqualTo(key(2));
    }

    @Test
    void tells_of_a_new_parent_in_the_history() {
        patch(4, "{\"parentKey\":\"KEY-1\"}").expect(200);

        await().untilAsserted(() -> assertThat(ana.get("/tasks/" + key(4) + "/activity")
                        .expect(200)
                        .at("/items/0/changes")
                        .toString())
                .isEqualTo("[{\"field\":\"parentKey\",\"from\":null,\"to\":\"%s\"}]".formatted(key(1))));
    }

    @Test
    void is_not_torn_by_an_import_and_comes_out_with_an_export() {
        Imported.file(ana, project, "issuekey,title,type\nX-1,imported,story\n");
        patch(5, "{\"parentKey\":\"KEY-1\"}").expect(200);
        Imported.file(ana, project, "issuekey,title,type\nX-1,changed,epic\n");

        var imported = task(5);
        assertThat(imported.text("/title")).isEqualTo("changed");
        assertThat(imported.text("/type")).isEqualTo("story");
        var lines = ana.get("/projects/" + project + "/export.csv?columns=issuekey,pmt_parent")
                .expect(200)
                .body();
        assertThat(lines).contains(key(3) + "," + key(2), "X-1," + key(1));
    }
}
