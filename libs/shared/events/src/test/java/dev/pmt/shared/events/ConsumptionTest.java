package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionException;

class ConsumptionTest {

    private final EventWorld world = new EventWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takes_every_event_into_effect_once_and_in_order() throws Exception {
        var subjects = List.of(world.subject(), world.subject());
        changes(subjects.get(0), 120);
        changes(subjects.get(1), 80);
        var consumption = world.consumption("reader", event -> {});

        drain(consumption, "reader");

        assertThat(world.effects(subjects.get(0))).isEqualTo(versions(120));
        assertThat(world.effects(subjects.get(1))).isEqualTo(versions(80));
    }

    @Test
    void two_processes_share_the_work_without_doubling_it() throws Exception {
        var subject = world.subject();
        changes(subject, 300);
        var workers = new ArrayList<Worker>();
        for (int i = 0; i < 2; i++) {
            var consumption = world.consumption("shared", event -> {});
            var worker = new Worker("shared-" + i, world.settings.poll(), consumption::round);
            worker.start();
            workers.add(worker);
        }

        await().until(() -> lag("shared") == 0);
        workers.forEach(Worker::stop);

        assertThat(world.effects(subject)).isEqualTo(versions(300));
    }

    @Test
    void an_event_that_comes_again_has_no_second_effect() throws Exception {
        var subject = world.subject();
        changes(subject, 10);
        var consumption = world.consumption("overlap", event -> {});
        drain(consumption, "overlap");

        world.jdbc.sql("UPDATE event_consumer SET position = 4").update();
        drain(consumption, "overlap");

        assertThat(world.effects(subject)).isEqualTo(versions(10));
    }

    @Test
    void an_event_that_fails_holds_back_its_own_subject_only_until_it_succeeds() throws Exception {
        var sick = world.subject();
        var well = world.subject();
        changes(sick, 3);
        changes(well, 3);
        var broken = new AtomicBoolean(true);
        var consumption = world.consumption("patient", event -> refuse(event, sick, broken));

        drain(consumption, "patient");
        assertThat(world.effects(well)).isEqualTo(versions(3));
        assertThat(world.effects(sick)).isEmpty();
        assertThat(world.deadLetters()).hasSize(3).contains("waiting", "waiting");

        broken.set(false);
        changes(sick, 1);
        await().until(() -> {
            consumption.round();
            return world.deadLetters().isEmpty();
        });
        drain(consumption, "patient");
        assertThat(world.effects(sick)).isEqualTo(versions(4));
    }

    @Test
    void an_event_whose_commit_is_lost_does_not_overtake_one_of_its_subject_that_is_held() throws Exception {
        var sick = world.subject();
        changes(sick, 1);
        var broken = new AtomicBoolean(true);
        var consumption = world.consumption("overtaken", event -> refuse(event, sick, broken));
        drain(consumption, "overtaken");

        world.jdbc.sql("UPDATE event_dead_letter SET retry_at = 'infinity'").update();

        changes(sick, 1);
        world.loseCommits(2);
        drain(consumption, "overtaken");
        assertThat(world.deadLetters()).containsExactly("retrying", "waiting");

        broken.set(false);
        world.jdbc
                .sql("UPDATE event_dead_letter SET retry_at = now() WHERE state = 'retrying'")
                .update();
        await().until(() -> {
            consumption.round();
            return world.deadLetters().isEmpty();
        });
        assertThat(world.effects(sick)).isEqualTo(versions(2));
    }

    @Test
    void an_event_that_it_does_not_want_is_not_held_because_its_commit_is_lost() throws Exception {
        world.sayOtherwise();
        var subject = world.subject();
        changes(subject, 1);
        var consumption = world.consumption("choosy", event -> {});

        world.loseCommits(2);
        assertThatThrownBy(consumption::round).isInstanceOf(TransactionException.class);
        drain(consumption, "choosy");

        assertThat(world.effects(subject)).containsExactly(1L);
        assertThat(world.deadLetters()).isEmpty();
    }

    @Test
    void an_event_that_keeps_failing_is_parked_with_its_error() throws Exception {
        var sick = world.subject();
        changes(sick, 2);
        var consumption = world.consumption("parking", event -> refuse(event, sick, new AtomicBoolean(true)));

        await().until(() -> {
            consumption.round();
            return world.deadLetters().equals(List.of("parked", "waiting"));
        });

        assertThat(world.jdbc
                        .sql("SELECT attempts || ' ' || error FROM event_dead_letter WHERE state = 'parked'")
                        .query(String.class)
                        .single())
                .isEqualTo("3 IllegalStateException: not today");
    }

    @Test
    void a_paused_consumer_takes_nothing() throws Exception {
        var subject = world.subject();
        changes(subject, 2);
        var consumption = world.consumption("paused", event -> {});
        world.jdbc.sql("UPDATE event_consumer SET paused = true").update();

        consumption.round();
        assertThat(world.effects(subject)).isEmpty();

        world.jdbc.sql("UPDATE event_consumer SET paused = false").update();
        drain(consumption, "paused");
        assertThat(world.effects(subject)).isEqualTo(versions(2));
    }

    @Test
    void a_log_that_no_longer_holds_the_next_event_is_no_silent_loss() {
        changes(world.subject(), 3);
        world.jdbc.sql("DELETE FROM event_log WHERE position = 1").update();
        var consumption = world.consumption("late", event -> {});

        assertThatThrownBy(consumption::round).hasMessageContaining("must hold event 1");
        assertThat(lag("late")).isEqualTo(3);
    }

    @Test
    void a_consumer_that_may_starts_from_a_snapshot_and_goes_on_from_there() throws Exception {
        var subject = world.subject();
        changes(subject, 3);
        world.change(subject);
        var consumption = world.consumption("state", true, event -> {});

        consumption.round();
        assertThat(world.effects(subject)).containsExactly(4L);

        changes(subject, 1);
        drain(consumption, "state");
        assertThat(world.effects(subject))
                .as("version 4 had no position at the snapshot and is not given twice")
                .containsExactly(4L, 5L);
    }

    @Test
    void a_consumer_that_lost_touch_with_the_log_starts_from_a_snapshot_again() throws Exception {
        var subject = world.subject();
        var consumption = world.consumption("lost", true, event -> {});
        consumption.round();
        changes(subject, 5);
        world.jdbc.sql("DELETE FROM event_log WHERE position <= 3").update();

        consumption.round();
        consumption.round();
        assertThat(world.effects(subject)).containsExactly(5L);

        world.jdbc.sql("UPDATE event_consumer SET position = 0").update();
        world.jdbc.sql("DELETE FROM event_log").update();
        consumption.round();
        consumption.round();
        assertThat(world.effects(subject)).containsExactly(5L);
    }

    private static void refuse(Event event, UUID sick, AtomicBoolean broken) {
        if (broken.get() && event.subject().equals(sick)) {
            throw new IllegalStateException("not today");
        }
    }

    private void changes(UUID subject, int count) {
        for (int i = 0; i < count; i++) {
            world.change(subject);
        }
        world.stampAll();
    }

    private void drain(Consumption consumption, String name) throws InterruptedException {
        while (lag(name) > 0) {
            consumption.round();
        }
    }

    private long lag(String name) {
        return world.head()
                - world.jdbc
                        .sql("SELECT position FROM event_consumer WHERE name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single();
    }

    private static List<Long> versions(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
