package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a replay begins. */
class ReplayTest {

    private final EventWorld world = new EventWorld();
    private final EventStatus status = new EventStatus(world.jdbc, name -> world.feed, name -> Optional.empty());
    private final ConsumerLock lock = new ConsumerLock(
            world.jdbc,
            java.util.Objects.requireNonNull(world.transaction.getTransactionManager()),
            Duration.ofSeconds(1));

    @AfterEach
    void close() {
        world.close();
    }

    /** The log of another service, or what reading it comes to. */
    private record Elsewhere(@Nullable RuntimeException failure) implements EventFeed {

        @Override
        public List<Event> read(long after, int limit, Duration wait) {
            if (failure != null) {
                throw failure;
            }
            return List.of();
        }

        @Override
        public long head() {
            return 9;
        }

        @Override
        public SnapshotPlace snapshot(Consumer<List<Event>> states) {
            throw new FeedException("none");
        }
    }

    @Test
    void is_the_oldest_event_of_the_own_log_that_is_kept() throws Exception {
        var subject = world.subject();
        for (int i = 0; i < 3; i++) {
            world.change(subject);
        }
        world.stampAll();
        assertThat(before(world.feed)).isZero();

        world.jdbc.sql("DELETE FROM event_log WHERE position < 3").update();
        assertThat(before(world.feed)).isEqualTo(2);

        world.jdbc.sql("DELETE FROM event_log").update();
        assertThat(before(world.feed)).isEqualTo(3);
    }

    @Test
    void is_the_beginning_of_anothers_log_or_nowhere() throws Exception {
        assertThat(before(new Elsewhere(null))).isZero();
        assertThatThrownBy(() -> before(new Elsewhere(new EventsGoneException("other", 0))))
                .hasMessage("events-gone");
        assertThatThrownBy(() -> before(new Elsewhere(new FeedException("away"))))
                .hasMessage("producer-unavailable");
    }

    @Test
    void is_a_snapshot_for_who_starts_from_one() throws Exception {
        var consumption = world.consumption("snapshots", true, event -> {});
        world.change(world.subject());
        world.stampAll();
        consumption.round();

        new Replay(status, lock, world.feed, name -> Optional.of(consumption)).start("snapshots");

        assertThat(status.consumer("snapshots"))
                .hasValueSatisfying(consumer -> assertThat(consumer)
                        .returns(null, ConsumerStatus::position)
                        .returns(null, ConsumerStatus::lag));
        consumption.round();
        assertThat(status.consumer("snapshots"))
                .hasValueSatisfying(consumer -> assertThat(consumer.lag()).isZero());
    }

    private long before(EventFeed feed) throws InterruptedException {
        return new Replay(status, lock, world.feed, name -> Optional.empty()).before(feed);
    }
}
