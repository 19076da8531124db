package dev.pmt.auth.account;

import java.time.Duration;

/** Refuses to check a password before some time has passed. */
final class TooManyTries extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyTries(Duration wait) {
        super("too-many-tries");
        this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    long seconds() {
        return seconds;
    }
}
