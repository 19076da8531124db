package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.api.imports.Imported;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    private static String path(String task) {
        return "/tasks/" + task + "/activity";
    }

    private static List<String> kinds(String task, int expected) {
        await().untilAsserted(() -> assertThat(ana.get(path(task)).expect(200).each("/items", "kind"))
                .hasSize(expected));
        return ana.get(path(task)).expect(200).each("/items", "kind");
    }

    @Test
    void tells_what_happened_latest_first() {
        var project = ana.project();
        var task = ana.task(project, "first");
        ana.patch(
                        "/tasks/" + task,
                        1,
                        "{\"title\":\"second\",\"labels\":[\"a\",\"b\"],\"assigneeId\":\"" + ana.id() + "\"}")
                .expect(200);
        var doing = ana.status(project, 1);
        ana.post("/tasks/" + task + "/move", "{\"statusId\":\"" + doing + "\"}").expect(200);
        ana.post("/tasks/" + task + "/archive", "").expect(200);
        ana.post("/tasks/" + task + "/unarchive", "").expect(200);

        assertThat(kinds(task, 6))
                .containsExactly("unarchived", "archived", "transitioned", "changed", "assigned", "created");
        var activity = ana.get(path(task)).expect(200);
        assertThat(activity.each("/items", "actorId")).containsOnly(ana.id().toString());
        assertThat(activity.at("/items/2/changes/0").toString())
                .isEqualTo("{\"field\":\"statusId\",\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(ana.status(project, 0), doing));
        assertThat(activity.at("/items/3/changes").toString())
                .isEqualTo("[{\"field\":\"title\",\"from\":\"first\",\"to\":\"second\"},"
                        + "{\"field\":\"labels\",\"from\":null,\"to\":\"a,b\"}]");
        assertThat(activity.at("/items/4/changes/0").toString())
                .isEqualTo("{\"field\":\"assigneeId\",\"from\":null,\"to\":\"%s\"}".formatted(ana.id()));
    }

    @Test
    void keeps_a_place_within_a_column_and_a_patch_of_nothing_to_itself() {
        var project = ana.project();
        var task = ana.task(project, "still");
        ana.post("/tasks/" + task + "/move", "{\"statusId\":\"" + ana.status(project, 0) + "\"}")
                .expect(200);
        ana.patch("/tasks/" + task, 2, "{\"title\":\"still\"}").expect(200);
        ana.patch("/tasks/" + task, 2, "{\"points\":5}").expect(200);

        assertThat(kinds(task, 2)).containsExactly("changed", "created");
    }

    @Test
    void says_that_a_description_changed_and_not_what_it_was() {
        var task = ana.task(ana.project(), "t");
        ana.patch("/tasks/" + task, 1, "{\"description\":\"secret plans\"}").expect(200);

        kinds(task, 2);
        assertThat(ana.get(path(task)).expect(200).at("/items/0/changes").toString())
                .isEqualTo("[{\"field\":\"description\",\"from\":null,\"to\":null}]");
    }

    @Test
    void goes_on_page_by_page() {
        var task = ana.task(ana.project(), "t");
        for (int i = 1; i <= 5; i++) {
            ana.patch("/tasks/" + task, i, "{\"points\":" + i + "}").expect(200);
        }
        kinds(task, 6);

        var first = ana.get(path(task) + "?limit=4").expect(200);
        var second =
                ana.get(path(task) + "?limit=4&cursor=" + first.text("/next")).expect(200);

        assertThat(first.each("/items", "kind")).hasSize(4);
        assertThat(second.each("/items", "kind")).containsExactly("changed", "created");
        assertThat(second.at("/next").isNull()).isTrue();
        ana.get(path(task) + "?cursor=nonsense").expect(400);
    }

    @Test
    void is_seen_by_members_only() {
        var task = ana.task(ana.project(), "t");

        api.person().get(path(task)).expect(404);
    }

    @Test
    void knows_what_an_import_made_and_changed() {
        var project = ana.project();
        Imported.file(ana, project, "issuekey,title,storypoint\nX-1,old,3\nX-2,same,1\n");
        Imported.file(ana, project, "issuekey,title,storypoint\nX-1,new,3.0\nX-2,same,1\n");

        assertThat(kinds("X-1", 2)).containsExactly("changed", "created");
        assertThat(kinds("X-2", 1)).containsExactly("created");
        assertThat(ana.get(path("X-1")).expect(200).at("/items/0/changes").toString())
                .isEqualTo("[{\"field\":\"title\",\"from\":\"old\",\"to\":\"new\"}]");
    }
}
