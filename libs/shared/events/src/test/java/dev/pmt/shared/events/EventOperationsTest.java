package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.events.ConsumerStatus.Held;
import dev.pmt.shared.events.DeadLetter.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventOperationsTest {

    private static final UUID ADA = UUID.randomUUID();

    private final EventWorld world = new EventWorld();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final UUID sick = world.subject();
    private final UUID well = world.subject();
    private final Consumption consumption = world.consumption("reader", event -> {
        if (broken.get() && event.subject().equals(sick)) {
            throw new IllegalStateException("not today");
        }
    });
    private final EventOperations operations = operations(consumption);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tells_how_far_log_and_consumer_are() throws Exception {
        changes(sick, 3);
        consumption.round();
        changes(well, 2);
        world.change(well);

        assertThat(operations.log()).isEqualTo(new LogState(5, 1, 1L, 1));
        assertThat(operations.consumers()).singleElement().satisfies(reader -> {
            assertThat(reader)
                    .returns("reader", ConsumerStatus::name)
                    .returns("sample", ConsumerStatus::producer)
                    .returns(3L, ConsumerStatus::position)
                    .returns(2L, ConsumerStatus::lag)
                    .returns(false, ConsumerStatus::paused)
                    .returns(new Held(0, 0, 0), ConsumerStatus::deadLetters)
                    .returns(null, ConsumerStatus::error);
            assertThat(reader.waitingSince()).isNotNull();
        });
    }

    @Test
    void says_so_when_a_producer_does_not_answer() throws Exception {
        world.jdbc.sql("UPDATE event_consumer SET producer = 'elsewhere'").update();

        assertThat(operations.consumers())
                .singleElement()
                .returns(null, ConsumerStatus::lag)
                .returns(null, ConsumerStatus::waitingSince);
    }

    @Test
    void lists_what_is_held_back_and_why_page_by_page() throws Exception {
        park(2);

        assertThat(operations.consumers())
                .singleElement()
                .returns(new Held(0, 1, 1), ConsumerStatus::deadLetters)
                .returns("IllegalStateException: not today", ConsumerStatus::error);
        var first = operations.deadLetters("reader", 0, 1).getFirst();
        assertThat(first)
                .returns(State.PARKED, DeadLetter::state)
                .returns(EventWorld.TYPE, DeadLetter::type)
                .returns(sick, DeadLetter::subject)
                .returns(3, DeadLetter::attempts)
                .returns("IllegalStateException: not today", DeadLetter::error)
                .returns(null, DeadLetter::retryAt);
        assertThat(operations.deadLetters("reader", first.position(), 9))
                .singleElement()
                .returns(State.WAITING, DeadLetter::state);
    }

    @Test
    void a_parked_event_that_is_tried_again_brings_its_subject_with_it() throws Exception {
        park(3);
        broken.set(false);

        var after = operations.retry("reader", parked(), ADA);

        assertThat(after.deadLetters()).isEqualTo(new Held(1, 0, 2));
        consumption.round();
        assertThat(world.deadLetters()).isEmpty();
        assertThat(world.effects(sick)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_parked_event_that_fails_again_is_parked_again() throws Exception {
        park(1);

        operations.retryAll("reader", ADA);
        consumption.round();

        assertThat(operations.deadLetters("reader", 0, 9))
                .singleElement()
                .returns(State.PARKED, DeadLetter::state)
                .returns(4, DeadLetter::attempts);
    }

    @Test
    void a_skipped_event_never_takes_effect_and_the_next_one_does() throws Exception {
        park(3);
        var skipped = parked();
        broken.set(false);

        operations.skip("reader", skipped, ADA);
        consumption.round();
        assertThat(world.effects(sick)).containsExactly(2L, 3L);

        world.jdbc.sql("UPDATE event_consumer SET position = 0").update();
        consumption.round();
        assertThat(world.effects(sick)).containsExactly(2L, 3L);
    }

    @Test
    void an_event_that_waits_is_neither_tried_nor_skipped() throws Exception {
        park(2);
        var waiting = operations.deadLetters("reader", 0, 9).getLast().id();

        assertThatThrownBy(() -> operations.retry("reader", waiting, ADA)).hasMessage("waits-behind");
        assertThatThrownBy(() -> operations.skip("reader", waiting, ADA)).hasMessage("waits-behind");
        assertThatThrownBy(() -> operations.skip("reader", UUID.randomUUID(), ADA))
                .hasMessage("dead-letter-not-found");
    }

    @Test
    void nobody_operates_a_consumer_that_is_not_there() {
        assertThatThrownBy(() -> operations.pause("nobody", ADA)).hasMessage("consumer-not-found");
        assertThatThrownBy(() -> operations.deadLetters("nobody", 0, 1)).hasMessage("consumer-not-found");
    }

    @Test
    void a_consumer_takes_nothing_from_the_moment_on_that_pausing_it_is_answered() throws Exception {
        var handling = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = world.consumption("slow", event -> {
            handling.countDown();
            awaitLatch(goOn);
        });
        changes(well, 1);
        var batch = Thread.ofVirtual().start(() -> round(slow));
        handling.await();
        var paused = new AtomicReference<ConsumerStatus>();
        var operator = Thread.ofVirtual().start(() -> paused.set(pause("slow")));
        changes(well, 1);

        await().until(() -> world.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
        assertThat(paused.get()).isNull();
        goOn.countDown();
        operator.join();
        batch.join();
        slow.round();

        assertThat(paused.get())
                .returns(true, ConsumerStatus::paused)
                .returns(1L, ConsumerStatus::position)
                .returns(1L, ConsumerStatus::lag);
        assertThat(world.effects(well)).containsExactly(1L);
    }

    @Test
    void a_paused_consumer_tries_no_dead_letter_again() throws Exception {
        park(1);
        broken.set(false);
        operations.pause("reader", ADA);
        operations.retryAll("reader", ADA);

        consumption.round();
        assertThat(world.effects(sick)).isEmpty();

        operations.resume("reader", ADA);
        consumption.round();
        assertThat(world.effects(sick)).containsExactly(1L);
    }

    @Test
    void an_event_that_was_skipped_while_its_retry_began_is_not_handled() throws Exception {
        park(1);
        var skipped = parked();
        operations.retry("reader", skipped, ADA);
        broken.set(false);
        world.transaction.executeWithoutResult(status -> {
            new ConsumerState(world.jdbc, "reader").lock();
            var begun = Thread.ofVirtual().start(() -> round(consumption));
            await().until(() -> world.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            new ConsumerState(world.jdbc, "reader").take(Set.of(skipped));
            world.deadLetters("reader").remove(skipped, sick);
            assertThat(begun.isAlive()).isTrue();
        });

        await().until(() -> world.deadLetters().isEmpty());
        assertThat(world.effects(sick)).isEmpty();
    }

    @Test
    void a_consumer_that_is_long_at_a_batch_is_left_alone() {
        world.transaction.executeWithoutResult(status -> {
            new ConsumerState(world.jdbc, "reader").lock();
            var refusal = new AtomicReference<Throwable>();
            var operator = Thread.ofVirtual().start(() -> {
                try {
                    operations.pause("reader", ADA);
                } catch (Exception e) {
                    refusal.set(e);
                }
            });
            await().until(() -> refusal.get() != null);
            assertThat(refusal.get()).hasMessage("consumer-busy");
            assertThat(operator).isNotNull();
        });
    }

    @Test
    void a_consumer_that_is_resumed_goes_on_at_once() throws Exception {
        changes(well, 1);
        operations.pause("reader", ADA);
        var worker = new Worker("reader", world.settings.poll(), consumption::round);
        worker.start();
        operations.resume("reader", ADA);

        await().until(() -> !world.effects(well).isEmpty());
        worker.stop();
    }

    @Test
    void a_replay_makes_everything_anew_from_the_oldest_event_that_is_kept() throws Exception {
        changes(well, 4);
        park(2);
        broken.set(false);
        operations.skip("reader", parked(), ADA);
        world.jdbc.sql("DELETE FROM event_log WHERE position < 3").update();

        var after = operations.replay("reader", ADA);

        assertThat(after)
                .returns(2L, ConsumerStatus::position)
                .returns(4L, ConsumerStatus::lag)
                .returns(new Held(0, 0, 0), ConsumerStatus::deadLetters);
        assertThat(world.effects(well)).containsExactly(1L, 2L);
        consumption.round();
        assertThat(world.effects(well)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(world.effects(sick)).containsExactly(1L, 2L);
    }

    @Test
    void a_replay_is_refused_for_a_consumer_that_nothing_runs() {
        world.consumption("left-over", event -> {});

        assertThatThrownBy(() -> operations.replay("left-over", ADA)).hasMessage("consumer-not-running");
        assertThatThrownBy(() -> operations.replay("nobody", ADA)).hasMessage("consumer-not-found");
    }

    @Test
    void the_log_is_given_from_the_oldest_event_that_is_kept() throws Exception {
        changes(well, 3);
        world.jdbc.sql("DELETE FROM event_log WHERE position < 3").update();

        assertThat(operations.read(0, 9, Duration.ZERO))
                .extracting(Event::position)
                .containsExactly(3L);
    }

    private EventOperations operations(Consumption consumption) {
        var transactions = Objects.requireNonNull(world.transaction.getTransactionManager());
        var status = new EventStatus(world.jdbc, this::feed, name -> Optional.empty());
        var lock = new ConsumerLock(world.jdbc, transactions, Duration.ofSeconds(1));
        return new EventOperations(
                status,
                lock,
                new DeadLetterDesk(world.jdbc, Clock.systemUTC()),
                new Replay(
                        status,
                        lock,
                        world.feed,
                        name -> Optional.of(consumption)
                                .filter(known -> known.name().equals(name))),
                world.feed,
                world::deadLetters,
                name -> consumption.wake());
    }

    private EventFeed feed(String producer) {
        if (producer.equals("sample")) {
            return world.feed;
        }
        throw new FeedException(producer + " is away");
    }

    private void park(int events) throws InterruptedException {
        broken.set(true);
        changes(sick, events);
        await().until(() -> {
            consumption.round();
            return world.deadLetters().contains("parked");
        });
    }

    private UUID parked() {
        return operations.deadLetters("reader", 0, 1).getFirst().id();
    }

    private void changes(UUID subject, int count) {
        for (int i = 0; i < count; i++) {
            world.change(subject);
        }
        world.stampAll();
    }

    private ConsumerStatus pause(String name) {
        try {
            return operations.pause(name, ADA);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void round(Consumption consumption) {
        try {
            consumption.round();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
