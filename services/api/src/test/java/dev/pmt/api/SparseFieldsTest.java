package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SparseFieldsTest {

    private static final String SPARSE = "application/vnd.pmt.sparse+json";

    private static Client ana;
    private static String project;
    private static String task;

    @BeforeAll
    static void start() {
        ana = RunningApi.shared().person();
        project = ana.project();
        task = ana.task(project, "A task with words");
    }

    private static Answer sparse(String path, String fields) {
        var answer = ana.get(path + (path.contains("?") ? "&" : "?") + "fields=" + fields)
                .expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo(SPARSE);
        return answer;
    }

    private static JsonNode first(Answer answer) {
        return answer.at("/items/0");
    }

    @Test
    void are_those_of_the_whole_answer_one_by_one() {
        var list = "/projects/" + project + "/tasks?query=text%20~%20words";
        var item = first(ana.get(list).expect(200));
        for (var name : item.propertyNames()) {
            var narrow = first(sparse(list, name));
            assertThat(narrow.propertyNames()).containsOnly(name, "key");
            assertThat(narrow.get(name)).isEqualTo(item.get(name));
        }
        var whole = ana.get("/tasks/" + task).expect(200);
        for (var name : whole.at("").propertyNames()) {
            assertThat(sparse("/tasks/" + task, name).at("/" + name)).isEqualTo(whole.at("/" + name));
        }
    }

    @Test
    void narrow_every_list_and_keep_its_pages() {
        ana.task(project, "Another");
        var page = sparse("/projects/" + project + "/tasks?limit=1", "title, dueDate".replace(" ", "%20"));
        assertThat(first(page).toString())
                .isEqualTo("{\"key\":\"" + task + "\",\"title\":\"A task with words\",\"dueDate\":null}");
        var next = sparse("/projects/" + project + "/tasks?limit=1&cursor=" + page.text("/next"), "title");
        assertThat(first(next).get("title").asString()).isEqualTo("Another");
        assertThat(first(sparse("/tasks?query=project%20%3D%20" + project, "labels"))
                        .propertyNames())
                .containsOnly("key", "labels");
        assertThat(first(sparse("/projects", "name,role")).propertyNames()).containsOnly("key", "name", "role");
    }

    @Test
    void leave_the_tag_of_a_task_as_it_is() {
        var whole = ana.get("/tasks/" + task).expect(200);
        var tag = whole.header("ETag");
        assertThat(sparse("/tasks/" + task, "title").header("ETag")).isEqualTo(tag);
        ana.get("/tasks/" + task + "?fields=title", "If-None-Match", tag).expect(304);
        assertThat(ana.get("/tasks/" + task + "?fields=").expect(200).header("Content-Type"))
                .isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "title,", "title,Title", "projectId", "role", "items", "title.length"})
    void are_refused_where_there_are_none_of_that_name(String fields) {
        var refused = ana.get("/tasks/" + task + "?fields=" + fields).expect(400, "invalid-request");
        assertThat(refused.text("/detail")).startsWith("fields must be some of id, key, projectKey,");
        ana.get("/projects/" + project + "/tasks?fields=" + fields).expect(400, "invalid-request");
    }

    @Test
    void show_nothing_to_strangers() {
        var stranger = RunningApi.shared().person();
        stranger.get("/tasks/" + task + "?fields=title").expect(404, "not-found");
        stranger.get("/projects/" + project + "/tasks?fields=nothing").expect(404, "not-found");
    }
}
