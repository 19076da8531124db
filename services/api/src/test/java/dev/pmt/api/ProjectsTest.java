package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectsTest {

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
    }

    @Test
    void creates_a_project_with_default_statuses_and_an_owner() {
        var answer = api.person()
                .post("/projects", "{\"key\":\"MESOS\",\"name\":\"Apache Mesos\",\"description\":\"A *kernel*\"}");

        answer.expect(201);
        assertThat(answer.each("/statuses", "name")).containsExactly("To do", "In progress", "In review", "Done");
        assertThat(answer.each("/statuses", "category")).containsExactly("todo", "doing", "doing", "done");
        assertThat(answer.text("/role")).isEqualTo("owner");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/projects/MESOS");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void refuses_a_key_in_use() {
        var key = api.person().project();

        api.person()
                .post("/projects", "{\"key\":\"" + key + "\",\"name\":\"Other\"}")
                .expect(409, "project-key-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "mesos", "1A", "A-B", "ABCDEFGHIJK", "", "ÄB"})
    void refuses_a_malformed_key(String key) {
        var answer = api.person().post("/projects", "{\"key\":\"" + key + "\",\"name\":\"Name\"}");

        answer.expect(400, "invalid-request");
        assertThat(answer.text("/errors/0/message"))
                .isEqualTo("key must be 2 to 10 capital letters or digits and begin with a letter: " + key);
    }

    @Test
    void names_every_fault_of_a_request_at_once() {
        var answer =
                api.person().post("/projects", "{\"name\":\"" + "x".repeat(101) + "\",\"description\":\"a\\u0000b\"}");

        answer.expect(400, "invalid-request");
        assertThat(answer.each("/errors", "field")).containsExactly("key", "name", "description");
        assertThat(answer.each("/errors", "message").get(1)).isEqualTo("name must have 1 to 100 characters: 101");
    }

    @Test
    void refuses_unknown_fields() {
        api.person()
                .post("/projects", "{\"key\":\"ABC\",\"name\":\"Name\",\"colour\":\"red\"}")
                .expect(400, "unknown-field");
    }

    @Test
    void lets_no_guest_create_a_project() {
        api.person("guest")
                .post("/projects", "{\"key\":\"GUEST\",\"name\":\"Name\"}")
                .expect(403, "forbidden");
    }

    @Test
    void lists_own_projects_by_key_page_by_page() {
        var ana = api.person();
        ana.project("LISTC");
        ana.project("LISTA");
        ana.project("LISTB");
        api.person().project("LISTX");

        var first = ana.get("/projects?limit=2").expect(200);
        var second = ana.get("/projects?limit=2&cursor=" + first.text("/next")).expect(200);

        assertThat(first.each("/items", "key")).containsExactly("LISTA", "LISTB");
        assertThat(second.each("/items", "key")).containsExactly("LISTC");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x", "cursor=dGFza3MKYQ"})
    void refuses_pages_that_cannot_be(String query) {
        api.person().get("/projects?" + query).expect(400);
    }

    @Test
    void changes_only_the_fields_of_a_patch() {
        var ana = api.person();
        var key = ana.project();

        var answer =
                ana.patch("/projects/" + key, 1, "{\"description\":\"New\"}").expect(200);

        assertThat(answer.text("/description")).isEqualTo("New");
        assertThat(answer.text("/name")).isEqualTo("Project " + key);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void needs_the_current_version_for_a_change() {
        var ana = api.person();
        var key = ana.project();
        ana.patch("/projects/" + key, 1, "{\"name\":\"Second\"}").expect(200);

        ana.patch("/projects/" + key, "{\"name\":\"Third\"}").expect(428, "version-required");
        var stale = ana.patch("/projects/" + key, 1, "{\"name\":\"Third\"}").expect(412, "stale-version");

        assertThat(stale.number("/version")).isEqualTo(2);
        ana.patch("/projects/" + key, "{\"name\":\"Third\"}", "If-Match", "2").expect(400, "invalid-version");
        ana.patch("/projects/" + key, "{\"name\":\"Third\"}", "If-Match", "W/\"2\"")
                .expect(200);
    }

    @Test
    void refuses_to_empty_a_name() {
        var ana = api.person();
        var answer = ana.patch("/projects/" + ana.project(), 1, "{\"name\":null}");

        answer.expect(400, "invalid-request");
        assertThat(answer.text("/errors/0/message")).isEqualTo("name must not be null");
    }

    @Test
    void limits_a_column_and_tells_it_wherever_its_status_is() {
        var ana = api.person();
        var key = ana.project();
        var board = ana.get("/projects/" + key + "/board").expect(200);
        var doing = "/projects/" + key + "/statuses/" + ana.status(key, 1);

        var limited = ana.patch(doing, 1, "{\"wipLimit\":1}").expect(200);

        assertThat(limited.header("ETag")).isEqualTo("\"2\"");
        assertThat(limited.each("/statuses", "wipLimit")).containsExactly("", "1", "", "");
        var after = ana.get("/projects/" + key + "/board", "If-None-Match", board.header("ETag"));
        assertThat(after.expect(200).number("/columns/1/status/wipLimit")).isEqualTo(1);
        ana.patch(doing, 1, "{\"wipLimit\":2}").expect(412, "stale-version");
        ana.patch(doing, "{\"wipLimit\":2}").expect(428, "version-required");
        var unlimited = ana.patch(doing, 2, "{\"wipLimit\":null}").expect(200);
        assertThat(unlimited.at("/statuses/1/wipLimit").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "2.5", "1e400"})
    void refuses_a_limit_that_is_none(String limit) {
        var ana = api.person();
        var key = ana.project();

        var answer =
                ana.patch("/projects/" + key + "/statuses/" + ana.status(key, 0), 1, "{\"wipLimit\":" + limit + "}");

        answer.expect(400, "invalid-request");
        assertThat(answer.text("/errors/0/message"))
                .startsWith("wipLimit must be a whole number from 1 to 999, or null: ");
    }

    @Test
    void has_no_status_of_another_project_to_limit() {
        var ana = api.person();
        var other = ana.status(ana.project(), 0);

        ana.patch("/projects/" + ana.project() + "/statuses/" + other, 1, "{\"wipLimit\":5}")
                .expect(404, "not-found");
    }

    @Test
    void answers_304_to_a_reader_who_has_the_version() {
        var ana = api.person();
        var key = ana.project();

        ana.get("/projects/" + key, "If-None-Match", "\"1\"").expect(304);
    }
}
