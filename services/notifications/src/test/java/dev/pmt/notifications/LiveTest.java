package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What sockets are told. */
class LiveTest {

    private static LiveWorld world;
    private static Person ana;
    private static UUID project;
    private static UUID task;

    @BeforeAll
    static void start() {
        world = LiveWorld.start("replay", "5", "topics", "3");
        ana = world.person();
        project = world.project(ana);
        task = world.task(project);
        await().untilAsserted(() -> {
            var socket = ana.opens();
            assertThat(socket.subscribes(taskTopic()).next().required("message").asString())
                    .isEqualTo("subscribed");
            socket.leaves();
        });
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String topic() {
        return "project:" + project;
    }

    private static String taskTopic() {
        return "task:" + task;
    }

    @Test
    void a_move_is_told_to_everyone_on_the_board_without_any_text_of_it() {
        var bo = world.person();
        world.join(project, bo);
        var there = bo.opens();
        await().until(() ->
                there.subscribes(topic()).next().required("message").asString().equals("subscribed"));
        // Only now: that bo joined is told to nobody any more.
        var here = ana.opens();
        here.hears(topic());

        world.moves(project, task, ana, 1);

        var moved = there.expect("event");
        assertThat(StreamSupport.stream(moved.properties().spliterator(), false)
                        .map(property -> property.getKey())
                        .toList())
                .containsExactly("message", "seq", "type", "subject", "version", "projectId", "key", "actor");
        assertThat(moved.required("type").asString()).isEqualTo("pmt.task.moved.v1");
        assertThat(moved.required("subject").asString()).isEqualTo(task.toString());
        assertThat(moved.required("projectId").asString()).isEqualTo(project.toString());
        assertThat(moved.required("key").asString()).isEqualTo("MESOS-1");
        assertThat(moved.required("actor").asString()).isEqualTo(ana.id().toString());
        assertThat(here.expect("event")).isEqualTo(moved);
    }

    @Test
    void a_shared_view_is_told_to_its_project_and_no_task_without_any_text_of_it() {
        var bo = world.person();
        world.join(project, bo);
        var page = bo.opens();
        await().until(() ->
                page.subscribes(topic()).next().required("message").asString().equals("subscribed"));
        var elsewhere = bo.opens();
        elsewhere.hears(taskTopic());
        var view = UUID.randomUUID();

        world.api()
                .says(
                        view,
                        ana.id(),
                        "pmt.view.shared.v1",
                        Map.of("projectId", project.toString(), "key", "MESOS", "query", "text ~ secret"));

        var told = page.expect("event");
        assertThat(told.required("subject").asString()).isEqualTo(view.toString());
        assertThat(told.required("projectId").asString()).isEqualTo(project.toString());
        assertThat(told.toString()).doesNotContain("secret");
        assertThat(elsewhere.waiting()).isZero();
    }

    @Test
    void a_sprint_is_told_to_everyone_on_the_board_of_its_project_only() {
        var page = ana.opens();
        page.hears(topic());
        var sprint = world.startsSprint(project, ana);

        var started = page.expect("event");

        assertThat(started.required("subject").asString()).isEqualTo(sprint.toString());
        assertThat(started.required("projectId").asString()).isEqualTo(project.toString());
        assertThat(started.required("key").asString()).isEqualTo("MESOS");
        page.leaves();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmt.comment.added.v1", "pmt.attachment.added.v1", "pmt.work-log.added.v1"})
    void what_is_kept_at_a_task_is_told_to_who_hears_of_the_task_without_any_text_of_it(String type) {
        var page = ana.opens();
        page.hears(taskTopic());
        var comment = UUID.randomUUID();
        var data = Map.of(
                "projectId", project.toString(), "taskId", task.toString(), "key", "MESOS-1", "text", "a secret");

        world.api().says(comment, ana.id(), type, data);

        var told = page.expect("event");
        assertThat(told.required("subject").asString()).isEqualTo(comment.toString());
        assertThat(told.required("key").asString()).isEqualTo("MESOS-1");
        assertThat(told.toString()).doesNotContain("secret");
        page.leaves();
    }

    @Test
    void what_happens_at_once_comes_in_one_frame() {
        var page = ana.opens();
        page.hears(topic());
        var before = page.frames();

        world.moves(project, task, ana, 30);

        for (int i = 0; i < 30; i++) {
            page.expect("event");
        }
        assertThat(page.frames()).isEqualTo(before + 1);
    }

    @Test
    void a_task_s_watcher_hears_of_that_task_only_and_once() {
        var other = world.task(project);
        var socket = ana.opens();
        var both = ana.opens();
        socket.hears(taskTopic());
        both.hears(taskTopic());
        both.hears(topic());

        world.moves(project, other, ana, 1);
        world.moves(project, task, ana, 2);

        assertThat(subjects(socket, 2)).containsOnly(task.toString());
        assertThat(subjects(both, 3)).containsExactly(other.toString(), task.toString(), task.toString());
        assertThat(socket.waiting() + both.waiting()).isZero();
    }

    @Test
    void who_comes_back_hears_what_was_missed_and_then_goes_on() {
        var seq = ana.opens().hears(topic());
        world.moves(project, task, ana, 3);
        var socket = ana.opens();
        await().until(() -> ana.opens().hears(topic()) == seq + 3);

        socket.subscribes(topic(), seq + 1);

        assertThat(seqs(socket, 2)).containsExactly(seq + 2, seq + 3);
        assertThat(socket.expect("subscribed").required("seq").asLong()).isEqualTo(seq + 3);
        world.moves(project, task, ana, 1);
        assertThat(seqs(socket, 1)).containsExactly(seq + 4);
    }

    @Test
    void who_missed_too_much_or_comes_from_the_future_reads_anew() {
        var seq = ana.opens().hears(topic());
        world.moves(project, task, ana, 6);
        await().until(() -> ana.opens().hears(topic()) == seq + 6);

        for (var since : List.of(seq, seq + 1_000_000, -1L)) {
            var socket = ana.opens().subscribes(topic(), since);
            var refetch = socket.expect("refetch");
            assertThat(refetch.required("topic").asString()).isEqualTo(topic());
            assertThat(refetch.required("seq").asLong()).isEqualTo(seq + 6);
            assertThat(socket.expect("subscribed").required("seq").asLong()).isEqualTo(seq + 6);
        }
    }

    @Test
    void nothing_is_lost_or_told_twice_while_sockets_come_and_go() {
        var first = ana.opens();
        var seq = first.hears(topic());
        var writer = Thread.startVirtualThread(
                () -> IntStream.range(0, 60).forEach(i -> world.moves(project, task, ana, 2)));

        var heard = seq;
        while (heard < seq + 120) {
            var socket = ana.opens().subscribes(topic(), heard);
            for (int i = 0; i < 9 && heard < seq + 120; i++) {
                var message = socket.next();
                switch (message.required("message").asString()) {
                    case "event" -> assertThat(message.required("seq").asLong()).isEqualTo(++heard);
                    case "refetch" -> heard = message.required("seq").asLong();
                    default ->
                        assertThat(message.required("message").asString()).isEqualTo("subscribed");
                }
            }
            socket.leaves();
        }
        assertThat(writer.isAlive()).isFalse();
        assertThat(seqs(first, 120))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 120).mapToObj(i -> seq + i).toList());
    }

    @Test
    void leaving_a_topic_ends_it() {
        var socket = ana.opens();
        socket.hears(topic());
        socket.says("{\"message\":\"unsubscribe\",\"topic\":\"" + topic() + "\"}");
        assertThat(socket.expect("unsubscribed").required("code").asString()).isEqualTo("asked");
        var other = ana.opens();
        other.hears(topic());

        world.moves(project, task, ana, 1);

        other.expect("event");
        assertThat(socket.waiting()).isZero();
    }

    @Test
    void a_process_that_did_not_hear_the_event_itself_tells_it_too() {
        try (var second = world.another()) {
            var here = ana.opens();
            var there = ana.at(second.address()).opens();
            here.hears(topic());
            there.hears(topic());

            world.moves(project, task, ana, 4);

            assertThat(seqs(there, 4)).isEqualTo(seqs(here, 4));
        }
    }

    @Test
    void what_is_not_understood_is_answered_and_the_socket_lives_on() {
        var socket = ana.opens();
        for (var nonsense : List.of(
                "",
                "x",
                "null",
                "[]",
                "{}",
                "{\"message\":\"fly\"}",
                "{\"message\":\"subscribe\"}",
                "{\"message\":\"subscribe\",\"topic\":\"project:1-1-1-1-1\"}",
                "{\"message\":\"subscribe\",\"topic\":\"user:" + ana.id() + "\"}",
                "{\"message\":\"pong\"}",
                "{\"message\":\"pong\",\"n\":1,\"x\":1}")) {
            assertThat(socket.says(nonsense).expect("error").required("code").asString())
                    .as(nonsense)
                    .isEqualTo("invalid-message");
        }
        socket.hears(topic());
    }

    @Test
    void a_socket_takes_so_many_topics() {
        var third = settled(world.task(project));
        var fourth = settled(world.task(project));
        var socket = ana.opens();
        socket.hears("task:" + third);
        socket.hears(taskTopic());
        socket.hears(topic());
        socket.hears(topic());
        var error = socket.subscribes("task:" + fourth).expect("error");

        assertThat(error.required("code").asString()).isEqualTo("too-many-topics");
        assertThat(error.required("topic").asString()).isEqualTo("task:" + fourth);
    }

    private static UUID settled(UUID made) {
        await().until(() -> ana.opens()
                .subscribes("task:" + made)
                .next()
                .required("message")
                .asString()
                .equals("subscribed"));
        return made;
    }

    @Test
    void a_message_that_is_too_long_closes_the_socket() {
        var socket = ana.opens();
        socket.says("{\"message\":\"" + "x".repeat(2_000) + "\"}");

        assertThat(socket.closed()).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(1009);
    }

    private static List<String> subjects(Listening socket, int count) {
        return events(socket, count)
                .map(event -> event.required("subject").asString())
                .toList();
    }

    private static List<Long> seqs(Listening socket, int count) {
        return events(socket, count)
                .map(event -> event.required("seq").asLong())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> events(Listening socket, int count) {
        return IntStream.range(0, count).mapToObj(i -> socket.expect("event"));
    }
}
