package dev.pmt.auth.credentials;

import java.time.Duration;
import java.time.Instant;

/**
 * What one account or address has got wrong lately.
 *
 * @param pausedUntil before then nothing is tried
 */
record Failures(int count, Instant last, Instant pausedUntil) {

    static final Failures NONE = new Failures(0, Instant.MIN, Instant.MIN);

    /** Returns how long the next try has to wait, zero when it need not. */
    Duration pause(Instant now) {
        return now.isBefore(pausedUntil) ? Duration.between(now, pausedUntil) : Duration.ZERO;
    }

    Failures plusOne(Instant now, int allowed, ThrottleSettings settings) {
        var count = isForgotten(now, settings.window()) ? 1 : this.count + 1;
        var over = count - allowed;
        return new Failures(count, now, over < 0 ? Instant.MIN : now.plus(pauseAfter(over, settings)));
    }

    Failures minusOne() {
        return new Failures(Math.max(0, count - 1), last, Instant.MIN);
    }

    private boolean isForgotten(Instant now, Duration window) {
        var end = last.isAfter(pausedUntil) ? last : pausedUntil;
        return end.equals(Instant.MIN) || now.isAfter(end.plus(window));
    }

    private static Duration pauseAfter(int over, ThrottleSettings settings) {
        var doublings = Math.min(over, 30);
        var pause = settings.firstPause().multipliedBy(1L << doublings);
        return pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause;
    }
}
