package dev.pmt.shared.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a carrier must do. Every case ends with the effects held against the logs: nothing lost, doubled or out of order. */
@TestMethodOrder(MethodOrderer.MethodName.class)
abstract class Conformance {

    private static final Duration SOON = Duration.ofSeconds(30);

    private UUID subject = UUID.randomUUID();

    abstract CarrierWorld world();

    abstract Medium medium();

    @BeforeEach
    void take_a_new_subject() {
        subject = UUID.randomUUID();
    }

    @AfterEach
    void everything_has_taken_effect_once_and_in_order() {
        world().settle();
    }

    @Test
    void events_of_many_subjects_come_in_the_order_of_the_log() throws Exception {
        var others = new CompletableFuture<?>[4];
        for (int i = 0; i < others.length; i++) {
            var other = UUID.randomUUID();
            others[i] = CompletableFuture.runAsync(() -> world().say(other, 30));
        }
        CompletableFuture.allOf(others).get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_batch_is_no_larger_than_its_limit() {
        pause(true);
        world().say(subject, 3 * CarrierWorld.BATCH);
        pause(false);
        world().settle();

        assertThat(CarrierWorld.count(world().jdbc("listener"), "SELECT max(batch) FROM effect"))
                .isLessThanOrEqualTo(CarrierWorld.BATCH);
    }

    @Test
    void what_was_said_while_nobody_listened_comes_without_a_gap() {
        world().say(subject, 10);
        world().stop("listener");
        world().say(subject, 120);
        world().start("listener");
        world().say(subject, 10);
    }

    @Test
    void an_event_that_comes_twice_takes_effect_once() {
        world().say(subject, 40);
        world().settle();

        setBack("listener", "from-sample");
        setBack("sample", "carrier:" + medium().name());
        world().say(subject, 5);
    }

    @Test
    void who_waits_is_woken() throws Exception {
        world().say(subject, 1);
        world().settle();
        var head = world().head("sample");
        assertThat(world().next(head - 1, Duration.ofSeconds(20)).get(30, TimeUnit.SECONDS))
                .isEqualTo("[" + head + "]");

        world().reachable(!medium().isBroker());
        var next = world().next(head, Duration.ofSeconds(25));
        world().say(subject, 1);
        assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo("[" + (head + 1) + "]");
        world().reachable(true);
    }

    @Test
    void who_waits_in_vain_is_let_go() throws Exception {
        var head = world().head("sample");

        assertThat(world().next(head, Duration.ofMillis(300)).get(30, TimeUnit.SECONDS))
                .isEqualTo("[]");
        assertThat(world().next(head, Duration.ZERO).get(30, TimeUnit.SECONDS)).isEqualTo("[]");
    }

    @Test
    void a_carrier_that_forgot_everything_loses_nothing() {
        world().say(subject, 30);
        medium().wipe();
        world().say(subject, 30);
        world().settle();
        assertCarried();
    }

    @Test
    void what_was_said_while_the_carrier_was_away_comes_too() {
        world().say(subject, 30);
        medium().stop();
        world().say(subject, 30);
        if (medium().isBroker()) {
            world().settle();
        }
        medium().start();
        world().say(subject, 30);
        world().settle();
        assertCarried();
    }

    @Test
    void a_producer_that_starts_again_goes_on() {
        world().say(subject, 30);
        world().stop("sample");
        world().start("sample");
        world().say(subject, 30);
    }

    @Test
    void a_consumer_that_starts_again_goes_on() {
        var saying = CompletableFuture.runAsync(() -> world().say(subject, 150));
        world().stop("listener");
        world().start("listener");
        saying.join();
    }

    @Test
    void an_event_that_cannot_be_handled_holds_its_subject_only() {
        var listener = world().jdbc("listener");
        var other = UUID.randomUUID();
        listener.sql("INSERT INTO poisoned (subject) VALUES (:subject)")
                .param("subject", subject)
                .update();
        world().say(subject, 3);
        world().say(other, 3);
        await().atMost(SOON)
                .until(() -> CarrierWorld.count(listener, "SELECT count(*) FROM effect WHERE subject = '" + other + "'")
                        == 3);
        assertThat(CarrierWorld.count(listener, "SELECT count(*) FROM event_dead_letter"))
                .isEqualTo(3);

        listener.sql("DELETE FROM poisoned").update();
        await().atMost(SOON).until(() -> CarrierWorld.count(listener, "SELECT count(*) FROM event_dead_letter") == 0);
        assertThat(listener.sql("SELECT version FROM effect WHERE subject = :subject ORDER BY id")
                        .param("subject", subject)
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L, 3L);
        putInOrder();
    }

    @Test
    void a_large_event_comes_whole() {
        var text = "Wörter und 漢字. ".repeat(60_000);
        world().say("sample", subject, 2, text);
        world().settle();
        assertThat(text(subject)).isEqualTo(text);
    }

    @Test
    void every_character_comes_as_it_was_said() {
        var text = "\"quoted\" \\ / \t\n Ä é 漢字 🚀 👩‍👩‍👧 \u202Eright to left\u202C \u0001 end";
        world().say("sample", subject, 1, text);
        world().settle();
        assertThat(text(subject)).isEqualTo(text);
    }

    @Test
    void the_logs_of_two_producers_stay_apart() {
        var other = UUID.randomUUID();
        var saying = CompletableFuture.runAsync(() -> world().say("second", other, 40, "second"));
        world().say(subject, 40);
        saying.join();
        world().settle();
        assertThat(text(other)).isEqualTo("second");
    }

    @Test
    void two_processes_of_the_consumer_do_the_work_once() {
        var another = world().run("listener");
        world().say(subject, 100);
        world().settle();
        world().stop("listener");
        world().say(subject, 20);
        world().settle();
        world().use("listener", another);
    }

    /** Shows by what way events come: a broker brings them while the log is out of reach. */
    private void assertCarried() {
        if (medium().isBroker()) {
            await().atMost(SOON.multipliedBy(2)).until(this::comesWithoutTheLog);
            return;
        }
        var before = world().requests();
        world().say(subject, 1);
        world().settle();
        assertThat(world().requests() > before).isEqualTo(!medium().isNear());
    }

    /** Says one event; a reader that connects only now needs the log, so it may have to be said once more. */
    private boolean comesWithoutTheLog() {
        world().reachable(false);
        try {
            world().say(subject, 1);
            return world().hasCome(Duration.ofSeconds(5));
        } finally {
            world().reachable(true);
            world().settle();
        }
    }

    private void pause(boolean paused) {
        world().jdbc("listener")
                .sql("UPDATE event_consumer SET paused = :paused")
                .param("paused", paused)
                .update();
    }

    private void setBack(String service, String consumer) {
        world().jdbc(service)
                .sql("UPDATE event_consumer SET position = greatest(position - 30, 0) WHERE name = :name")
                .param("name", consumer)
                .update();
    }

    /** What was held back took effect later than its place in the log says; the comparison at the end goes by that. */
    private void putInOrder() {
        world().jdbc("listener").sql("""
                        WITH sorted AS (DELETE FROM effect RETURNING *)
                        INSERT INTO effect (producer, position, subject, version, batch, text)
                        SELECT producer, position, subject, version, batch, text FROM sorted ORDER BY producer, position
                        """).update();
    }

    private String text(UUID subject) {
        return world().jdbc("listener")
                .sql("SELECT DISTINCT text FROM effect WHERE subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }
}
