package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StampingTest {

    private static final int WRITERS = 12;
    private static final int CHANGES = 150;

    private final EventWorld world = new EventWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void leaves_no_gap_and_upsets_no_subjects_order_under_contending_writers_and_stampers() throws Exception {
        var subjects = List.of(world.subject(), world.subject(), world.subject());
        var writing = new AtomicInteger(WRITERS);
        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            var tasks = new ArrayList<Callable<Object>>();
            for (int i = 0; i < WRITERS; i++) {
                tasks.add(() -> {
                    for (int n = 0; n < CHANGES; n++) {
                        world.change(subjects.get(ThreadLocalRandom.current().nextInt(subjects.size())));
                    }
                    return writing.decrementAndGet();
                });
            }
            for (int i = 0; i < 2; i++) {
                tasks.add(() -> {
                    while (writing.get() > 0) {
                        world.stamper.stamp(7);
                    }
                    return 0;
                });
            }
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        world.stampAll();

        var events = readAll();
        assertThat(events).hasSize(WRITERS * CHANGES);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).position()).isEqualTo(i + 1L);
        }
        for (var subject : subjects) {
            assertThat(events.stream()
                            .filter(event -> event.subject().equals(subject))
                            .map(Event::version))
                    .isSorted();
        }
    }

    /** The planner never knows how many events wait: whenever statistics are taken, hardly any do. */
    @Test
    void looks_at_each_event_once_however_many_wait() {
        var subject = world.subject();
        world.transaction.executeWithoutResult(status -> {
            for (int n = 0; n < 3_000; n++) {
                world.append(subject);
            }
        });

        var read = world.transaction.execute(status -> {
            assertThat(world.stamper.stamp(300).count()).isEqualTo(300);
            return world.jdbc
                    .sql(
                            "SELECT idx_tup_fetch + seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'event_log'")
                    .query(Long.class)
                    .single();
        });

        assertThat(read).isLessThan(4_000);
    }

    @Test
    void gives_an_event_that_commits_late_a_late_position() throws Exception {
        var early = world.subject();
        var late = world.subject();
        var appended = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var writer = Thread.ofVirtual()
                .start(() -> world.transaction.executeWithoutResult(status -> {
                    world.append(late);
                    appended.countDown();
                    await(commit);
                }));
        appended.await();
        world.change(early);
        world.stampAll();
        assertThat(readAll()).extracting(Event::subject).containsExactly(early);

        commit.countDown();
        writer.join();
        world.stampAll();
        assertThat(readAll()).extracting(Event::subject).containsExactly(early, late);
    }

    @Test
    void a_stamper_that_dies_leaves_nothing_half_done() {
        var subject = world.subject();
        world.change(subject);
        world.change(subject);

        assertThatThrownBy(() -> world.transaction.executeWithoutResult(status -> {
                    world.stamper.stamp(1);
                    world.jdbc
                            .sql("SELECT pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(world.head()).isZero();
        assertThat(world.count("SELECT count(*) FROM event_log WHERE position IS NULL"))
                .isEqualTo(2);

        world.stampAll();
        assertThat(readAll()).extracting(Event::position).containsExactly(1L, 2L);
    }

    @Test
    void a_fact_lives_and_dies_with_its_transaction() {
        var subject = world.subject();

        assertThatThrownBy(() -> world.append(subject)).hasMessageContaining("in the transaction");
        world.transaction.executeWithoutResult(status -> {
            world.append(subject);
            status.setRollbackOnly();
        });

        assertThat(world.count("SELECT count(*) FROM event_log")).isZero();
    }

    @Test
    void no_two_facts_of_a_subject_share_a_version() {
        var fact = new Fact(EventWorld.TYPE, UUID.randomUUID(), 1, null, "x");
        assertThatThrownBy(
                        () -> world.transaction.executeWithoutResult(status -> world.log.append(List.of(fact, fact))))
                .hasMessageContaining("event_log_pkey");
    }

    private List<Event> readAll() {
        try {
            var all = new ArrayList<Event>();
            for (var page = world.feed.read(0, 100, java.time.Duration.ZERO); !page.isEmpty(); ) {
                all.addAll(page);
                page = world.feed.read(page.getLast().position(), 100, java.time.Duration.ZERO);
            }
            return all;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
