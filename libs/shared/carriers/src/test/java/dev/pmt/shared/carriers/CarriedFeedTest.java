package dev.pmt.shared.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.FeedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a broker does, its reader gets the log. */
class CarriedFeedTest {

    private static final Duration WAIT = Duration.ofMillis(50);

    private final FakeLog log = new FakeLog(20);
    private final FakeBroker broker = new FakeBroker();
    private final CarriedFeed feed = new CarriedFeed("sample", "a broker", broker, log);

    /** Gives what the test puts in, as it is. */
    private static final class FakeBroker implements Broker, Broker.Subscription {

        private final List<Carried> content = new ArrayList<>();
        private boolean works = true;
        private boolean interrupted;
        private int opened;
        private int closed;
        private int discarded;

        void put(boolean old, Stream<Event> events) {
            events.map(event -> new Carried(event, old)).forEach(content::add);
        }

        @Override
        public Subscription open() throws IOException {
            opened++;
            expectWorking();
            return this;
        }

        @Override
        public List<Carried> take(long after, int limit, long millis) throws IOException, InterruptedException {
            expectWorking();
            if (interrupted) {
                throw new InterruptedException();
            }
            return content.stream().limit(limit).toList();
        }

        private void expectWorking() throws IOException {
            if (!works) {
                throw new IOException("away");
            }
        }

        @Override
        public void discard() {
            discarded++;
            content.clear();
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void what_follows_comes_from_the_broker_alone() throws Exception {
        broker.put(false, log.between(0, 20).stream());

        assertThat(feed.read(5, 100, WAIT)).isEqualTo(log.between(5, 20));
        assertThat(log.reads).isZero();
    }

    @Test
    void doubles_and_disorder_are_put_right() throws Exception {
        broker.put(false, Stream.of(1, 2, 1, 2, 3, 2, 3, 4, 7, 5, 6).map(log::at));

        assertThat(feed.read(1, 100, WAIT)).isEqualTo(log.between(1, 4));
        assertThat(feed.read(4, 100, WAIT)).isEqualTo(log.between(4, 20));
        assertThat(log.reads).isEqualTo(1);
    }

    @Test
    void a_gap_is_read_from_the_log_and_the_broker_left_alone_until_it_is_closed() throws Exception {
        broker.put(false, log.between(10, 20).stream());

        assertThat(feed.read(3, 4, WAIT)).isEqualTo(log.between(3, 7));
        broker.works = false;
        assertThat(feed.read(7, 3, WAIT)).isEqualTo(log.between(7, 10));
        broker.works = true;
        assertThat(feed.read(10, 100, WAIT)).isEqualTo(log.between(10, 20));
        assertThat(log.reads).isEqualTo(2);
        assertThat(broker.opened).isEqualTo(1);
    }

    @Test
    void a_broker_that_is_away_is_tried_again_after_a_pause() throws Exception {
        broker.works = false;
        for (int i = 0; i < 5; i++) {
            assertThat(feed.read(0, 20, WAIT)).isEqualTo(log.between(0, 20));
        }
        assertThat(broker.opened).isEqualTo(1);

        broker.works = true;
        broker.put(false, log.between(0, 20).stream());
        await().untilAsserted(() -> {
            log.reads = 0;
            assertThat(feed.read(0, 20, WAIT)).isEqualTo(log.between(0, 20));
            assertThat(log.reads).isZero();
        });
    }

    @Test
    void silence_is_held_against_the_log_once_in_a_while() throws Exception {
        assertThat(feed.read(15, 20, WAIT)).isEqualTo(log.between(15, 20));

        assertThat(feed.read(20, 20, WAIT)).isEmpty();
        assertThat(feed.read(20, 20, Duration.ZERO)).isEmpty();
        assertThat(log.reads).isEqualTo(1);
    }

    @Test
    void a_log_out_of_reach_does_not_stop_what_the_broker_has() throws Exception {
        log.reachable = false;

        assertThat(feed.read(15, 20, WAIT)).isEmpty();
        broker.put(false, log.between(0, 20).stream());
        assertThat(feed.read(15, 20, WAIT)).isEqualTo(log.between(15, 20));
    }

    @Test
    void a_gap_waits_while_the_log_is_out_of_reach() {
        broker.put(false, log.between(10, 20).stream());
        log.reachable = false;

        assertThatThrownBy(() -> feed.read(5, 20, WAIT)).isInstanceOf(FeedException.class);
    }

    @Test
    void events_of_another_log_are_thrown_away() throws Exception {
        broker.put(true, log.between(0, 10).stream());
        broker.put(true, Stream.of(11, 12, 13).map(FakeLog::event));
        broker.put(false, log.between(13, 14).stream());

        assertThat(feed.read(5, 100, WAIT)).isEqualTo(log.between(5, 20));
        assertThat(broker.discarded).isEqualTo(1);
        assertThat(broker.closed).isEqualTo(1);
    }

    @Test
    void old_events_of_this_log_are_held_against_it_once_a_batch() throws Exception {
        broker.put(true, log.between(0, 10).stream());
        broker.put(false, log.between(10, 20).stream());

        assertThat(feed.read(0, 100, WAIT)).isEqualTo(log.between(0, 20));
        assertThat(log.reads).isEqualTo(1);
    }

    @Test
    void an_interruption_ends_it() {
        broker.interrupted = true;

        assertThatThrownBy(() -> feed.read(0, 1, WAIT)).isInstanceOf(InterruptedException.class);
        assertThat(broker.closed).isEqualTo(1);
    }

    @Test
    void head_and_snapshot_are_the_log_s() throws Exception {
        var states = new ArrayList<Event>();

        assertThat(feed.head()).isEqualTo(20);
        assertThat(feed.snapshot(states::addAll).position()).isEqualTo(20);
        assertThat(states).hasSize(20);
    }
}
