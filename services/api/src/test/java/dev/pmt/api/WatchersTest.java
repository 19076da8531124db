package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.testing.PublishedEvents;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchersTest {

    private static RunningApi api;
    private static Client ana;
    private static Client ben;
    private static Client cleo;

    private String project = "";
    private String task = "";

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
        task = ana.task(project, "watched");
        ana.adds(ben, project, "viewer");
        ana.adds(cleo, project, "member");
    }

    private String watchers() {
        return "/tasks/" + task + "/watchers";
    }

    private List<String> ids() {
        return ana.get(watchers()).expect(200).each("/items", "userId");
    }

    private static String id(Client who) {
        return who.id().toString();
    }

    @Test
    void are_nobody_until_somebody_says_so() {
        assertThat(ids()).isEmpty();
        var first = ben.put(watchers() + "/me", "").expect(200);
        assertThat(first.text("/userId")).isEqualTo(id(ben));
        ana.put(watchers() + "/" + id(cleo), "").expect(200);

        assertThat(ben.put(watchers() + "/" + id(ben), "").expect(200).text("/since"))
                .isEqualTo(first.text("/since"));
        assertThat(ids()).containsExactly(id(ben), id(cleo));
        assertThat(ana.get("/tasks/" + task).number("/version")).isEqualTo(3);

        ben.delete(watchers() + "/me").expect(204);
        ben.delete(watchers() + "/me").expect(204);
        assertThat(ids()).containsExactly(id(cleo));
        assertThat(ana.get("/tasks/" + task).number("/version")).isEqualTo(4);
    }

    @Test
    void leave_the_time_of_the_last_change_alone() {
        var before = ana.get("/tasks/" + task).text("/updatedAt");
        ana.put(watchers() + "/me", "").expect(200);

        assertThat(ana.get("/tasks/" + task).text("/updatedAt")).isEqualTo(before);
    }

    @Test
    void are_added_and_removed_for_others_by_who_writes_in_the_project() {
        cleo.put(watchers() + "/" + id(ben), "").expect(200);
        ben.put(watchers() + "/" + id(cleo), "").expect(403, "role-too-low");
        ben.delete(watchers() + "/" + id(ana)).expect(403, "role-too-low");
        cleo.delete(watchers() + "/" + id(ben)).expect(204);

        assertThat(ids()).isEmpty();
    }

    @Test
    void are_members_of_the_project() {
        for (var nobody : List.of(UUID.randomUUID().toString(), id(api.person()))) {
            assertThat(ana.put(watchers() + "/" + nobody, "")
                            .expect(400, "invalid-request")
                            .text("/errors/0/message"))
                    .isEqualTo("person must be an active member of project " + project + ": " + nobody);
        }
        assertThat(ana.put(watchers() + "/you", "")
                        .expect(400, "invalid-request")
                        .text("/errors/0/message"))
                .isEqualTo("person must be me or a user's id: you");
        api.person().put(watchers() + "/me", "").expect(404, "not-found");
        api.person().delete(watchers() + "/me").expect(404, "not-found");
    }

    @Test
    void watch_no_longer_once_they_leave_the_project() {
        ben.put(watchers() + "/me", "").expect(200);
        ana.delete("/projects/" + project + "/members/" + id(ben)).expect(204);
        assertThat(ids()).isEmpty();

        ana.adds(ben, project, "viewer");
        assertThat(ids()).isEmpty();
    }

    @Test
    void are_asked_for_by_queries() {
        ana.task(project, "other");
        ben.put(watchers() + "/me", "").expect(200);
        var list = "/projects/" + project + "/tasks?query=";

        assertThat(ben.get(list + "watcher%20=%20me").expect(200).each("/items", "key"))
                .containsExactly(task);
        assertThat(ana.get(list + "watcher%20=%20me").expect(200).each("/items", "key"))
                .isEmpty();
        assertThat(ana.get(list + "watcher%20!=%20" + id(ben)).expect(200).each("/items", "title"))
                .containsExactly("other");
        assertThat(ana.get(list + "watcher%20IS%20NOT%20EMPTY").expect(200).each("/items", "key"))
                .containsExactly(task);
    }

    @Test
    void come_page_by_page() {
        for (var who : List.of(ana, ben, cleo)) {
            who.put(watchers() + "/me", "").expect(200);
        }

        var first = ana.get(watchers() + "?limit=2").expect(200);
        var second =
                ana.get(watchers() + "?limit=2&cursor=" + first.text("/next")).expect(200);

        assertThat(first.each("/items", "userId")).containsExactly(id(ana), id(ben));
        assertThat(second.each("/items", "userId")).containsExactly(id(cleo));
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void are_told_once_each() throws Exception {
        var before = PublishedEvents.of(api.database()).size();
        ana.put(watchers() + "/me", "").expect(200);
        ana.put(watchers() + "/me", "").expect(200);
        ana.delete(watchers() + "/me").expect(204);
        ana.delete(watchers() + "/me").expect(204);

        var told = PublishedEvents.of(api.database());
        assertThat(told.subList(before, told.size()))
                .satisfiesExactly(
                        event -> assertThat(event).contains("pmt.task.watched.v1", id(ana)),
                        event -> assertThat(event).contains("pmt.task.unwatched.v1", id(ana)));
    }
}
