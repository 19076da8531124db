package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrunerTest {

    private final EventWorld world = new EventWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void deletes_what_is_older_than_the_replay_window_and_nothing_that_has_no_position() throws Exception {
        var subject = world.subject();
        world.change(subject);
        world.change(subject);
        world.stampAll();
        world.change(subject);
        world.consumption("reader", event -> {}).round();

        // what it tells of may be long ago
        world.jdbc.sql("UPDATE event_log SET time = time - interval '1 year'").update();

        pruneIn(Duration.ofDays(29));
        assertThat(world.count("SELECT count(*) FROM event_log")).isEqualTo(3);
        assertThat(world.count("SELECT count(*) FROM event_inbox")).isEqualTo(2);

        pruneIn(Duration.ofDays(31));
        assertThat(world.count("SELECT count(*) FROM event_log WHERE position IS NULL"))
                .isOne();
        assertThat(world.count("SELECT count(*) FROM event_log")).isOne();
        assertThat(world.count("SELECT count(*) FROM event_inbox")).isZero();
    }

    private void pruneIn(Duration time) {
        new Pruner(world.jdbc, world.settings, Clock.offset(Clock.systemUTC(), time)).prune();
    }
}
