package dev.pmt.shared.testing;

import static dev.pmt.shared.testing.FencedDatabase.execute;
import static dev.pmt.shared.testing.FencedDatabase.executeAside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.data.Fence;
import dev.pmt.shared.data.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What happens to writers while a schema changes hands. */
class HandOverTest {

    private static final String INSERT = "INSERT INTO first VALUES (1)";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final FencedDatabase world = new FencedDatabase();

    @Test
    void shuts_out_the_sessions_of_the_former_holder_and_lets_in_those_of_the_new_epoch() throws SQLException {
        try (var former = world.session(1);
                var next = world.session(2)) {
            execute(former, INSERT);
            assertRefused(() -> execute(next, INSERT));

            assertThat(world.handOver(LONG)).isEqualTo(2);

            assertRefused(() -> execute(former, INSERT));
            execute(next, INSERT);
            assertThat(FencedDatabase.FENCE.epoch(former)).isEmpty();
            assertThat(world.count("SELECT count(*) FROM sample.first")).isEqualTo(2);
        }
    }

    @Test
    void waits_for_a_running_writer_and_holds_new_ones_which_then_see_the_new_epoch() throws SQLException {
        try (var running = world.session(1);
                var queued = world.session(1);
                var next = world.session(2)) {
            running.setAutoCommit(false);
            execute(running, INSERT);
            var handOver = world.handOverAside(LONG);
            world.awaitQueue(1);
            var late = executeAside(queued, INSERT);
            world.awaitQueue(2);
            var early = executeAside(next, INSERT);
            world.awaitQueue(3);
            execute(running, INSERT);
            assertThat(CompletableFuture.anyOf(handOver, late, early)).isNotDone();

            running.commit();

            assertThat(handOver.join()).isEqualTo(2);
            assertRefused(late::join);
            early.join();
            assertThat(world.count("SELECT count(*) FROM sample.first")).isEqualTo(3);
        }
    }

    @Test
    void gives_up_after_its_patience_and_not_the_writer_that_needs_a_second_connection() throws SQLException {
        try (var outer = world.session(1);
                var nested = world.session(1)) {
            outer.setAutoCommit(false);
            execute(outer, INSERT);
            var handOver = world.handOverAside(Duration.ofMillis(700));
            world.awaitQueue(1);

            execute(nested, INSERT);
            outer.commit();

            assertThatThrownBy(handOver::join)
                    .rootCause()
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("55P03");
            assertThat(FencedDatabase.FENCE.epoch(outer)).hasValue(1);
            assertThat(world.count("SELECT count(*) FROM sample.first")).isEqualTo(2);
        }
    }

    @Test
    void needs_a_transaction_and_patience() throws SQLException {
        try (var session = world.session(1)) {
            var here = Place.of(session);
            assertThatThrownBy(() -> FencedDatabase.FENCE.handOver(session, here, LONG))
                    .isInstanceOf(IllegalArgumentException.class);
            session.setAutoCommit(false);
            assertThatThrownBy(() -> FencedDatabase.FENCE.handOver(session, here, Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void assertRefused(ThrowingCallable write) {
        assertThatThrownBy(write)
                .extracting(e -> e instanceof CompletionException ? e.getCause() : e)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(Fence.REFUSED);
    }
}
