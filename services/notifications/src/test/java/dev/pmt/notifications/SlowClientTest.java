package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that take less than there is to tell, and clients that are gone. */
class SlowClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_slow_client_is_told_to_read_anew_and_then_goes_on() {
        try (var world = LiveWorld.start("window", "10", "queue", "20")) {
            var ana = world.person();
            var project = world.project(ana);
            var task = world.task(project);
            var slow = ana.opens();
            await().until(() -> slow.subscribes("project:" + project)
                    .next()
                    .required("message")
                    .asString()
                    .equals("subscribed"));
            slow.answersPings(false);
            var quick = ana.opens();
            var seq = quick.hears("project:" + project);

            for (int i = 0; i < 100; i++) {
                world.moves(project, task, ana, 1);
                assertThat(quick.expect("event").required("seq").asLong()).isEqualTo(seq + i + 1);
            }
            var told = slow.waiting();
            assertThat(told).isLessThanOrEqualTo(11);
            for (int i = 0; i < told; i++) {
                assertThat(slow.expect("event").required("seq").asLong()).isEqualTo(seq + i + 1);
            }

            slow.answersPings(true);
            var refetch = slow.expect("refetch").required("seq").asLong();
            assertThat(refetch).isBetween(seq + told + 20, seq + 100);
            for (var next = refetch + 1; next <= seq + 100; next++) {
                assertThat(slow.expect("event").required("seq").asLong()).isEqualTo(next);
            }
            world.moves(project, task, ana, 1);
            assertThat(slow.expect("event").required("seq").asLong()).isEqualTo(seq + 101);
        }
    }

    @Test
    void who_hears_of_a_gap_in_what_is_kept_reads_anew_and_stays() throws Exception {
        try (var world = LiveWorld.start()) {
            var ana = world.person();
            var project = world.project(ana);
            var task = world.task(project);
            var socket = ana.opens();
            await().until(() -> socket.subscribes("project:" + project)
                    .next()
                    .required("message")
                    .asString()
                    .equals("subscribed"));
            world.moves(project, task, ana, 1);
            var seq = socket.expect("event").required("seq").asLong();

            try (var connection = world.database().connect();
                    var statement = connection.createStatement()) {
                statement.execute("""
                        WITH gone AS (DELETE FROM notifications.recent_event RETURNING *)
                        INSERT INTO notifications.recent_event (position, project_id, task_id, heard_at, message)
                        SELECT position + 7, project_id, task_id, heard_at, message FROM gone ORDER BY position DESC LIMIT 1
                        """);
            }

            var refetch = socket.expect("refetch");
            assertThat(refetch.has("topic")).isFalse();
            assertThat(refetch.required("seq").asLong()).isEqualTo(seq + 6);
            socket.expect("event");
            assertThat(socket.closed()).isNotDone();
        }
    }

    @Test
    void a_client_that_answers_nothing_is_let_go() {
        try (var world = LiveWorld.start("ping", "100ms", "silence", "500ms")) {
            var gone = world.person().opens();
            var there = world.person().opens();
            gone.answersPings(false);

            assertThat(gone.closed()).succeedsWithin(PATIENCE).isEqualTo(4001);
            assertThat(there.closed()).isNotDone();
            assertThat(there.pings()).isNotEmpty();
        }
    }

    @Test
    void a_socket_that_has_lived_its_time_must_be_opened_anew() {
        try (var world = LiveWorld.start("ping", "100ms", "longest-socket", "300ms")) {
            assertThat(world.person().opens().closed()).succeedsWithin(PATIENCE).isEqualTo(4000);
        }
    }

    @Test
    void a_client_that_only_asks_and_never_reads_is_let_go() {
        try (var world = LiveWorld.start("window", "2", "queue", "4")) {
            var flood = world.person().opens();
            flood.answersPings(false);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            flood.says("{}");
                        }
                    })
                    .hasMessageContaining("closed");
            assertThat(flood.closed()).succeedsWithin(PATIENCE).isEqualTo(1008);
        }
    }

    @Test
    void a_stop_closes_every_socket_with_1012_and_who_comes_back_has_missed_nothing() {
        try (var world = LiveWorld.start()) {
            var ana = world.person();
            var project = world.project(ana);
            var task = world.task(project);
            var before = ana.opens();
            await().until(() -> before.subscribes("project:" + project)
                    .next()
                    .required("message")
                    .asString()
                    .equals("subscribed"));
            var seq = before.hears("project:" + project);
            var other = world.person().opens();

            world.stop();
            assertThat(before.closed()).succeedsWithin(PATIENCE).isEqualTo(1012);
            assertThat(other.closed()).succeedsWithin(PATIENCE).isEqualTo(1012);
            world.moves(project, task, ana, 2);
            world.startAgain();

            var here = ana.at(world.service().address());
            await().until(() -> here.opens().hears("project:" + project) == seq + 2);
            var after = here.opens().subscribes("project:" + project, seq);
            assertThat(after.expect("event").required("seq").asLong()).isEqualTo(seq + 1);
            assertThat(after.expect("event").required("seq").asLong()).isEqualTo(seq + 2);
            after.expect("subscribed");
        }
    }
}
