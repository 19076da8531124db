package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may hear of what: members of a project and nobody else, administrators neither, as everywhere in PMT. */
class VisibilityTest {

    private static LiveWorld world;
    private static Person owner;
    private static UUID project;
    private static UUID task;

    @BeforeAll
    static void start() {
        world = LiveWorld.start();
        owner = world.person();
        project = world.project(owner);
        task = world.task(project);
        hears(owner, "task:" + task);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "member", "guest", "service"})
    void refuses_everyone_who_is_no_member_with_the_answer_for_what_does_not_exist(String role) {
        var socket = world.person(role).opens();

        for (var topic : new String[] {"project:" + project, "task:" + task}) {
            var refused = socket.subscribes(topic).expect("error").toString();
            var missing = topic.substring(0, topic.indexOf(':') + 1) + UUID.randomUUID();
            assertThat(refused.replace(topic, ""))
                    .contains("not-found")
                    .isEqualTo(socket.subscribes(missing)
                            .expect("error")
                            .toString()
                            .replace(missing, ""));
        }
        world.moves(project, task, owner, 1);
        var witness = hears(owner, "project:" + project);
        world.moves(project, task, owner, 1);
        witness.expect("event");
        assertThat(socket.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "member", "guest"})
    void lets_members_hear_whatever_their_role_elsewhere(String role) {
        var person = world.person(role);
        world.join(project, person);

        hears(person, "project:" + project);
        hears(person, "task:" + task);
    }

    @Test
    void who_leaves_a_project_hears_no_more_of_it_at_once() {
        var bo = world.person();
        var other = world.project(bo);
        world.join(project, bo);
        var socket = hears(bo, "project:" + project);
        var elsewhere = hears(bo, "task:" + task);
        var kept = hears(bo, "project:" + other);
        var witness = hears(owner, "project:" + project);

        world.leave(project, bo);
        world.moves(project, task, owner, 1);
        witness.expect("event");
        witness.expect("event");

        for (var ended : new Listening[] {socket, elsewhere}) {
            assertThat(ended.expect("unsubscribed").required("code").asString()).isEqualTo("not-found");
            assertThat(ended.waiting()).isZero();
        }
        socket.subscribes("project:" + project).expect("error");
        world.task(other);
        kept.expect("event");
    }

    @Test
    void begins_with_what_is_so_and_then_hears_of_changes() throws SQLException {
        var ana = world.person();
        var old = UUID.randomUUID();
        var oldTask = UUID.randomUUID();
        try (var late = LiveWorld.knowing(api -> {
            api.knows(old, "pmt.project.created.v1", Map.of("key", "OLD"));
            api.knows(
                    old,
                    "pmt.project.member-added.v1",
                    Map.of("key", "OLD", "userId", ana.id().toString()));
            api.knows(oldTask, "pmt.task.created.v1", Map.of("key", "OLD-1", "projectId", old.toString()));
        })) {
            var here =
                    new Person(late.service().address(), ana.id(), late.tokens().token(ana.id(), "member"));
            var socket = hears(here, "task:" + oldTask);
            hears(here, "project:" + old);

            late.moves(old, oldTask, here, 1);
            socket.expect("event");
        }
    }

    /** Opens a socket and subscribes, as soon as the membership is known. */
    static Listening hears(Person person, String topic) {
        var socket = person.opens();
        await().until(() ->
                socket.subscribes(topic).next().required("message").asString().equals("subscribed"));
        return socket;
    }
}
