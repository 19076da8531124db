package dev.pmt.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HoldOrderTest {

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private static final List<Context> LOOPS = List.of(VERTX.getOrCreateContext(), VERTX.getOrCreateContext());

    private static final HoldLimits LIMITS = new HoldLimits(Duration.ofSeconds(30), 10);

    private final Hold hold = new Hold(LIMITS, Duration.ofSeconds(30));
    private final List<Integer> gone = new CopyOnWriteArrayList<>();
    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.FREE);

    @AfterAll
    static void stop() {
        VERTX.close().await();
    }

    /** Has a request wait, on one event loop or the other; when it goes on it keeps its turn. */
    private void enter(Hold held, int number) {
        var entered = Promise.<Void>promise();
        LOOPS.get(number % 2).runOnContext(now -> {
            held.enter().onSuccess(mine -> {
                turn.set(mine);
                gone.add(number);
            });
            entered.complete();
        });
        entered.future().await();
    }

    private void enter(int number) {
        enter(hold, number);
    }

    private void enterFive() {
        for (var number = 0; number < 5; number++) {
            enter(number);
        }
    }

    private void awaitGone(Integer... numbers) {
        await().untilAsserted(() -> assertThat(gone).containsExactly(numbers));
    }

    @Test
    void the_next_one_follows_when_the_one_before_is_on_its_way() {
        enterFive();
        var released = hold.release();
        awaitGone(0);
        turn.get().end();
        awaitGone(0, 1);
        var second = turn.get();
        second.end();
        second.end();
        awaitGone(0, 1, 2);
        enter(5);
        for (var more = 0; more < 4; more++) {
            var before = gone.size();
            turn.get().end();
            await().until(() -> gone.size() > before || hold.isOver());
        }

        awaitGone(0, 1, 2, 3, 4, 5);
        assertThat(released.await().released()).isEqualTo(6);
        enter(6);
        awaitGone(0, 1, 2, 3, 4, 5, 6);
        assertThat(hold.renew(HoldLimits.STANDARD)).isFalse();
    }

    @Test
    void nobody_waits_long_for_one_that_cannot_be_sent() {
        var quick = new Hold(LIMITS, Duration.ofMillis(50));
        for (var number = 0; number < 5; number++) {
            enter(quick, number);
        }
        quick.release();

        await().until(() -> gone.size() == 5 && quick.isOver());
        assertThat(gone.getFirst()).isZero();
    }

    @Test
    void the_rest_waits_on_when_held_again_while_leaving() {
        enterFive();
        var first = hold.release();
        awaitGone(0);
        assertThat(hold.renew(new HoldLimits(Duration.ofSeconds(20), 4))).isTrue();
        turn.get().end();

        assertThat(first.await().released()).isEqualTo(1);
        assertThat(hold.waiting()).isEqualTo(4);
        enter(5);
        assertThat(hold.waiting()).as("more are too many").isEqualTo(4);
        var second = hold.release();
        for (var more = 1; more < 5; more++) {
            var size = more;
            await().until(() -> gone.size() > size);
            turn.get().end();
        }
        assertThat(second.await())
                .isEqualTo(new Released(5, 0, 1, second.await().longest()));
        awaitGone(0, 1, 2, 3, 4);
    }

    @Test
    void has_these_limits_unless_told_otherwise() {
        assertThat(HoldLimits.STANDARD).isEqualTo(new HoldLimits(Duration.ofSeconds(10), 2_000));
    }
}
