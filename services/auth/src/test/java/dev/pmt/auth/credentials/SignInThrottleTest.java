package dev.pmt.auth.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.auth.users.Email;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final Email ADA = new Email("ada@example.org");
    private static final String HERE = "203.0.113.7";

    private final MovableClock clock = new MovableClock();
    private final SignInThrottle throttle = new SignInThrottle(
            new ThrottleSettings(3, 5, Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofMinutes(1), 4), clock);

    @Test
    void pauses_longer_with_each_failure_but_never_longer_than_allowed() {
        fail(ADA, 3);
        assertThat(pause(ADA)).isEqualTo(Duration.ofSeconds(30));

        clock.pass(Duration.ofSeconds(30));
        assertThat(pause(ADA)).isZero();
        assertThat(pause(ADA)).isEqualTo(Duration.ofMinutes(1));

        clock.pass(Duration.ofMinutes(1));
        assertThat(pause(ADA)).isZero();
        assertThat(pause(ADA)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void forgets_failures_after_a_while() {
        fail(ADA, 2);
        clock.pass(Duration.ofMinutes(6));
        fail(ADA, 2);

        assertThat(pause(ADA)).isZero();
    }

    @Test
    void forgets_the_failures_of_an_account_once_the_password_was_right() {
        fail(ADA, 2);
        throttle.admit(ADA, HERE);
        throttle.succeeded(ADA, HERE);

        assertThat(pause(ADA)).isZero();
    }

    @Test
    void pauses_an_address_that_tries_many_accounts() {
        for (int i = 0; i < 5; i++) {
            assertThat(pause(new Email("user" + i + "@example.org"))).isZero();
        }

        assertThat(pause(ADA)).isPositive();
        assertThat(throttle.admit(ADA, "198.51.100.9")).isZero();
    }

    @Test
    void does_not_count_successes_against_an_address() {
        for (int i = 0; i < 20; i++) {
            var user = new Email("user" + i + "@example.org");
            assertThat(throttle.admit(user, HERE)).isZero();
            throttle.succeeded(user, HERE);
        }
    }

    @Test
    void remembers_only_so_many() {
        fail(ADA, 3);
        for (int i = 0; i < 4; i++) {
            throttle.admit(new Email("user" + i + "@example.org"), "198.51.100." + i);
        }

        assertThat(pause(ADA)).isZero();
    }

    private void fail(Email email, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(pause(email)).isZero();
        }
    }

    private Duration pause(Email email) {
        return throttle.admit(email, HERE);
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
