package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TasksTest {

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    @Test
    void creates_a_task_with_the_next_number_and_usual_values() {
        var project = ana.project();
        ana.task(project, "First");

        var task = ana.post("/projects/" + project + "/tasks", "{\"title\":\"Second\"}")
                .expect(201);

        assertThat(task.text("/key")).isEqualTo(project + "-2");
        assertThat(task.text("/type")).isEqualTo("task");
        assertThat(task.text("/priority")).isEqualTo("medium");
        assertThat(task.text("/statusId")).isEqualTo(ana.status(project, 0));
        assertThat(task.text("/reporterId")).isEqualTo(ana.id().toString());
        assertThat(task.at("/assigneeId").isNull()).isTrue();
        assertThat(task.header("Location")).isEqualTo("/api/v1/tasks/" + project + "-2");
        assertThat(task.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void keeps_every_field_as_given() {
        var project = ana.project();
        var body = """
                {"title":"Title 🚀","description":"# Head\\r\\n- [ ] item","statusId":"%s","type":"bug",
                 "priority":"highest","assigneeId":"%s","points":2.50,"estimateMinutes":480,"startDate":"2026-11-22","dueDate":"2026-11-22","labels":["web"," ui ","web"]}
                """.formatted(ana.status(project, 2), ana.id());

        var created = ana.post("/projects/" + project + "/tasks", body).expect(201);

        var task = ana.get("/tasks/" + created.text("/key")).expect(200);
        assertThat(created.body()).isEqualTo(task.body());
        assertThat(task.text("/title")).isEqualTo("Title 🚀");
        assertThat(task.text("/description")).isEqualTo("# Head\r\n- [ ] item");
        assertThat(task.text("/type")).isEqualTo("bug");
        assertThat(task.text("/priority")).isEqualTo("highest");
        assertThat(task.text("/assigneeId")).isEqualTo(ana.id().toString());
        assertThat(task.at("/points").toString()).isEqualTo("2.5");
        assertThat(task.number("/estimateMinutes")).isEqualTo(480);
        assertThat(task.text("/startDate")).isEqualTo("2026-11-22");
        assertThat(task.text("/dueDate")).isEqualTo("2026-11-22");
        assertThat(task.at("/labels").toString()).isEqualTo("[\"web\",\"ui\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                  | title must have 1 to 255 characters: 0
            {"title":"   "}                     | title must not be blank
            {"title":"a\\u0000b"}               | title must not contain the NUL character
            {"title":"a\\ud800b"}               | title must be well-formed Unicode
            {"title":"t","points":10000}        | points must be a number from 0 to 9999 with at most 2 decimals: 10000
            {"title":"t","points":1.234}        | points must be a number from 0 to 9999 with at most 2 decimals: 1.234
            {"title":"t","estimateMinutes":0}   | estimateMinutes must be a whole number from 1 to 600000: 0
            {"title":"t","estimateMinutes":1.5} | estimateMinutes must be a whole number from 1 to 600000: 1.5
            {"title":"t","dueDate":"2026-02-30"} | dueDate must be a day such as 2026-11-30: 2026-02-30
            {"title":"t","startDate":"+12026-01-01"} | startDate must be a day such as 2026-11-30: +12026-01-01
            {"title":"t","startDate":"2026-12-01","dueDate":"2026-11-30"} | dueDate must not be before startDate 2026-12-01: 2026-11-30
            {"title":"t","labels":["a,b"]}      | labels must hold no commas and no line breaks: a,b
            {"title":"t","labels":[""]}         | labels must have 1 to 50 characters: 0
            {"title":"t","labels":[null]}       | labels must have 1 to 50 characters: 0
            """)
    void says_which_rule_a_new_task_breaks(String body, String message) {
        var answer = ana.post("/projects/" + ana.project() + "/tasks", body);

        answer.expect(400, "invalid-request");
        assertThat(answer.text("/errors/0/message")).isEqualTo(message);
    }

    @Test
    void refuses_titles_descriptions_and_labels_beyond_their_bounds() {
        var project = ana.project();
        var path = "/projects/" + project + "/tasks";

        assertThat(ana.post(path, "{\"title\":\"" + "🚀".repeat(256) + "\"}").text("/errors/0/message"))
                .isEqualTo("title must have 1 to 255 characters: 256");
        assertThat(ana.post(path, "{\"title\":\"t\",\"description\":\"" + "x".repeat(200_001) + "\"}")
                        .text("/errors/0/message"))
                .isEqualTo("description must have 0 to 200000 characters: 200001");
        assertThat(ana.post(
                                path,
                                "{\"title\":\"t\",\"labels\":[\"a1\",\"a2\",\"a3\",\"a4\",\"a5\",\"a6\",\"a7\",\"a8\","
                                        + "\"a9\",\"b1\",\"b2\",\"b3\",\"b4\",\"b5\",\"b6\",\"b7\",\"b8\",\"b9\",\"c1\",\"c2\",\"c3\"]}")
                        .text("/errors/0/message"))
                .isEqualTo("labels must have at most 20 entries: 21");
        ana.post(path, "{\"title\":\"" + "🚀".repeat(255) + "\"}").expect(201);
    }

    @Test
    void refuses_a_status_or_an_assignee_from_elsewhere() {
        var project = ana.project();
        var status = ana.status(ana.project(), 0);
        var stranger = UUID.randomUUID();

        var answer = ana.post(
                "/projects/" + project + "/tasks",
                "{\"title\":\"t\",\"statusId\":\"" + status + "\",\"assigneeId\":\"" + stranger + "\"}");

        answer.expect(400, "invalid-request");
        assertThat(answer.each("/errors", "message"))
                .containsExactly(
                        "statusId must be a status of project " + project + ": " + status,
                        "assigneeId must be an active member of project " + project + ": " + stranger);
        assertThat(ana.task(project, "The refused one took no number")).isEqualTo(project + "-1");
    }

    @Test
    void changes_only_the_fields_of_a_patch_and_empties_by_null() {
        var project = ana.project();
        var key = ana.post(
                        "/projects/" + project + "/tasks",
                        "{\"title\":\"t\",\"points\":3,\"assigneeId\":\"" + ana.id() + "\",\"labels\":[\"a\"]}")
                .text("/key");

        var patched = ana.patch("/tasks/" + key, 1, "{\"points\":null,\"assigneeId\":null,\"type\":\"story\"}")
                .expect(200);

        assertThat(patched.at("/points").isNull()).isTrue();
        assertThat(patched.at("/assigneeId").isNull()).isTrue();
        assertThat(patched.text("/type")).isEqualTo("story");
        assertThat(patched.text("/title")).isEqualTo("t");
        assertThat(patched.at("/labels").toString()).isEqualTo("[\"a\"]");
        assertThat(patched.header("ETag")).as("two facts").isEqualTo("\"3\"");
    }

    @Test
    void lets_no_task_end_before_it_begins_whichever_date_moves() {
        var path = "/tasks/" + ana.task(ana.project(), "t");
        ana.patch(path, 1, "{\"startDate\":\"2026-11-22\",\"dueDate\":\"2026-11-30\"}")
                .expect(200);

        ana.patch(path, 2, "{\"dueDate\":\"2026-11-21\"}").expect(400, "invalid-request");
        ana.patch(path, 2, "{\"startDate\":\"2026-12-01\"}").expect(400, "invalid-request");
        ana.patch(path, 2, "{\"startDate\":\"2026-12-01\",\"dueDate\":null}").expect(200);
    }

    @Test
    void leaves_the_version_when_a_patch_changes_nothing() {
        var key = ana.task(ana.project(), "same");

        var patched = ana.patch("/tasks/" + key, 1, "{\"title\":\"same\",\"points\":null}")
                .expect(200);

        assertThat(patched.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void accepts_a_merge_patch_by_its_own_media_type() {
        var key = ana.task(ana.project(), "t");

        ana.patch(
                        "/tasks/" + key,
                        "{\"title\":\"u\"}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "\"1\"")
                .expect(200);
        ana.patch("/tasks/" + key, "title=u", "Content-Type", "text/plain", "If-Match", "\"2\"")
                .expect(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":null}           | invalid-request
            {"type":"wish"}          | invalid-field
            {"points":"many"}        | invalid-field
            {"points":"3"}           | invalid-field
            {"title":3}              | invalid-field
            {"title":true}           | invalid-field
            {"type":0}               | invalid-field
            []                       | invalid-field
            {"colour":"red"}         | unknown-field
            {"statusId":"x"}         | invalid-field
            {"title":                | malformed-json
            """)
    void refuses_patches_that_make_no_sense(String body, String code) {
        ana.patch("/tasks/" + ana.task(ana.project(), "t"), 1, body).expect(400, code);
    }

    @Test
    void loses_nobodys_change() {
        var key = ana.task(ana.project(), "t");
        ana.patch("/tasks/" + key, 1, "{\"title\":\"theirs\"}").expect(200);

        ana.patch("/tasks/" + key, "{\"title\":\"mine\"}").expect(428, "version-required");
        var stale = ana.patch("/tasks/" + key, 1, "{\"title\":\"mine\"}").expect(412, "stale-version");

        assertThat(stale.number("/version")).isEqualTo(2);
        assertThat(ana.get("/tasks/" + key).text("/title")).isEqualTo("theirs");
    }

    @Test
    void archives_and_brings_back() {
        var project = ana.project();
        var key = ana.task(project, "t");

        assertThat(ana.post("/tasks/" + key + "/archive", "")
                        .expect(200)
                        .at("/archived")
                        .asBoolean())
                .isTrue();
        assertThat(ana.post("/tasks/" + key + "/archive", "").expect(200).number("/version"))
                .isEqualTo(2);
        assertThat(ana.get("/projects/" + project + "/tasks").each("/items", "key"))
                .isEmpty();
        assertThat(ana.get("/projects/" + project + "/tasks?archived=true").each("/items", "key"))
                .containsExactly(key);
        assertThat(ana.post("/tasks/" + key + "/unarchive", "")
                        .expect(200)
                        .at("/archived")
                        .asBoolean())
                .isFalse();
        assertThat(ana.get("/projects/" + project + "/tasks").each("/items", "key"))
                .containsExactly(key);
    }

    @Test
    void answers_404_for_keys_that_cannot_be() {
        for (var key : new String[] {"NOPE-1", "x", "NOPE-99999999999999999999", "-", "NOPE-0"}) {
            ana.get("/tasks/" + key).expect(404, "not-found");
        }
    }

    @Test
    void numbers_tasks_without_gaps_or_failures_under_sixteen_writers() {
        var project = ana.project();
        Together.run(16, writer -> IntStream.range(0, 5).forEach(n -> ana.task(project, "parallel")));

        var numbers = ana.get("/projects/" + project + "/tasks?limit=100").each("/items", "number");
        assertThat(numbers).hasSize(80).contains("1", "80").doesNotHaveDuplicates();
    }
}
