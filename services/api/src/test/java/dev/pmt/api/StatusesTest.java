package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    private static String path(String project) {
        return "/projects/" + project;
    }

    private static Answer put(String project, String... statuses) {
        var version = ana.get(path(project)).expect(200).number("/version");
        return ana.put(path(project) + "/statuses", version, body(statuses));
    }

    private static String body(String... statuses) {
        return "{\"statuses\":[" + String.join(",", statuses) + "]}";
    }

    private static String added(String name, String category) {
        return "{\"name\":\"%s\",\"category\":\"%s\"}".formatted(name, category);
    }

    private static String statusOf(String task) {
        return ana.get("/tasks/" + task).expect(200).text("/statusId");
    }

    private static String kept(String project, int place, String name, String category) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"category\":\"%s\",\"wipLimit\":null}"
                .formatted(ana.status(project, place), name, category);
    }

    @Test
    void are_added_renamed_put_in_order_and_removed_at_once() {
        var project = ana.project();
        var before = ana.get(path(project)).expect(200).each("/statuses", "id");
        var after = put(
                        project,
                        added("Ideas", "todo"),
                        kept(project, 2, "Doing", "doing"),
                        kept(project, 0, "Next", "todo"),
                        kept(project, 3, "Done", "done"))
                .expect(200);

        assertThat(after.each("/statuses", "name")).containsExactly("Ideas", "Doing", "Next", "Done");
        assertThat(after.each("/statuses", "id").subList(1, 4))
                .isEqualTo(List.of(before.get(2), before.get(0), before.get(3)));
        assertThat(after.number("/version")).isEqualTo(2);
        assertThat(ana.get(path(project) + "/board").expect(200).at("/columns").toString())
                .contains("Ideas", "Next")
                .doesNotContain("In progress");
        assertThat(statusOf(ana.task(project, "New"))).isEqualTo(after.text("/statuses/0/id"));
    }

    @Test
    void that_have_tasks_stay_and_nothing_else_changes() {
        var project = ana.project();
        var task = ana.task(project, "There");
        ana.post("/tasks/" + task + "/archive", "").expect(200);
        var refused = put(project, kept(project, 1, "Going on", "doing"), kept(project, 3, "Done", "done"))
                .expect(409);

        assertThat(refused.text("/code")).isEqualTo("status-in-use");
        assertThat(refused.text("/statusId")).isEqualTo(statusOf(task));
        assertThat(ana.get(path(project)).expect(200).each("/statuses", "name"))
                .containsExactly("To do", "In progress", "In review", "Done");
    }

    @Test
    void leave_the_version_when_nothing_changes() {
        var project = ana.project();
        var statuses = ana.get(path(project)).expect(200).at("/statuses");
        assertThat(ana.put(path(project) + "/statuses", 1, "{\"statuses\":%s}".formatted(statuses))
                        .expect(200)
                        .number("/version"))
                .isEqualTo(1);
        assertThat(ana.put(path(project) + "/statuses", 7, body(added("A", "done")))
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"statuses\":[]}",
                "{\"statuses\":[null]}",
                "{\"statuses\":[{\"name\":\" \",\"category\":\"todo\"}]}",
                "{\"statuses\":[{\"name\":\"A\"}]}",
                "{\"statuses\":[{\"name\":\"A\",\"category\":\"later\"}]}",
                "{\"statuses\":[{\"name\":\"A\",\"category\":\"todo\"},{\"name\":\"a\",\"category\":\"done\"}]}",
                "{\"statuses\":[{\"name\":\"A\",\"category\":\"todo\",\"wipLimit\":0}]}",
                "{\"statuses\":[{\"id\":\"0199e2a4-51c9-7a14-a6e1-7f8d9c0b1a04\",\"name\":\"A\",\"category\":\"todo\"}]}"
            })
    void are_refused_when_they_are_none(String body) {
        var project = ana.project();
        assertThat(ana.put(path(project) + "/statuses", 1, body).status()).isEqualTo(400);
    }
}
