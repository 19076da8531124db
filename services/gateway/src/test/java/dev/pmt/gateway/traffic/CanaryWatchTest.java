package dev.pmt.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CanaryWatchTest {

    private static final Duration QUICK = Duration.ofMillis(10);

    private final AtomicLong now = new AtomicLong(1);
    private final CanaryWatch watch = new CanaryWatch(Bounds.STANDARD, now::get);

    private Optional<String> canary(int requests, int errors, Duration took) {
        var crossed = Optional.<String>empty();
        for (var request = 0; request < requests && crossed.isEmpty(); request++) {
            crossed = watch.canaryAnswered(isError(request, requests, errors), took.toNanos());
        }
        return crossed;
    }

    private void primary(int requests, int errors, Duration took) {
        for (var request = 0; request < requests; request++) {
            watch.primaryAnswered(isError(request, requests, errors), took.toNanos());
        }
    }

    /** Spreads the errors evenly, the last request being one. */
    private static boolean isError(int request, int requests, int errors) {
        return (long) (request + 1) * errors / requests > (long) request * errors / requests;
    }

    @Test
    void judges_nothing_before_there_are_enough_samples() {
        assertThat(canary(99, 99, QUICK)).isEmpty();
        assertThat(canary(1, 1, QUICK)).contains("100 errors in 100 requests (100.0 %), more than 5.0 %");
    }

    @Test
    void compares_errors_with_the_primary_s() {
        primary(200, 1, QUICK);
        assertThat(canary(120, 4, QUICK)).as("four are chance").isEmpty();
        assertThat(canary(1, 1, QUICK)).contains("5 errors in 121 requests (4.1 %), the primary's are 0.5 %");
    }

    @Test
    void lets_pass_what_the_primary_does_too() {
        primary(1_000, 30, QUICK);
        assertThat(canary(1_000, 45, QUICK)).isEmpty();
    }

    @Test
    void has_a_bound_for_the_p99_itself() {
        assertThat(canary(500, 0, QUICK)).isEmpty();
        assertThat(canary(100, 0, Duration.ofSeconds(3)))
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("p99 of 3").endsWith("more than 2000 ms"));
    }

    @Test
    void compares_the_p99_with_the_primary_s() {
        primary(500, 0, Duration.ofMillis(100));
        assertThat(canary(500, 0, Duration.ofMillis(190))).isEmpty();
        assertThat(canary(500, 0, Duration.ofMillis(300)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("the primary's is 1"));
    }

    @Test
    void takes_twenty_milliseconds_for_chance() {
        primary(500, 0, Duration.ofMillis(1));
        assertThat(canary(500, 0, Duration.ofMillis(18))).isEmpty();
    }

    @Test
    void forgets_what_was_before_the_window() {
        canary(99, 99, QUICK);
        primary(50, 0, QUICK);
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        assertThat(watch.canary())
                .isEqualTo(new CanaryWatch.Side(99, 99, watch.canary().p99()));
        now.addAndGet(Duration.ofSeconds(11).toNanos());

        assertThat(canary(100, 0, QUICK)).isEmpty();
        assertThat(watch.canary().requests()).isEqualTo(100);
        assertThat(watch.canary().p99()).isBetween(QUICK, Duration.ofMillis(11));
        assertThat(watch.primary()).isEqualTo(new CanaryWatch.Side(0, 0, Duration.ZERO));
    }

    @Test
    void refuses_bounds_that_are_none() {
        var standard = Bounds.STANDARD;
        assertThatThrownBy(() -> new Bounds(1.1, 2, standard.p99(), 2, 100, standard.window()))
                .hasMessage("errorRate must be from 0 to 1: 1.1");
        assertThatThrownBy(() -> new Bounds(0.1, 2, standard.p99(), 2, 9, standard.window()))
                .hasMessage("samples must be from 10 to 1000000: 9");
    }

    @Test
    void has_these_bounds_unless_told_otherwise() {
        assertThat(Bounds.STANDARD)
                .isEqualTo(new Bounds(0.05, 2, Duration.ofSeconds(2), 2, 100, Duration.ofMinutes(1)));
    }
}
