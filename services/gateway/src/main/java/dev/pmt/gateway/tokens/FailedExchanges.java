package dev.pmt.gateway.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows down who guesses tokens: an address has so many failed exchanges a minute. Exchanges under way count as failed
 * until they have ended well, so that guesses sent at once are no way around.
 */
final class FailedExchanges {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MOST_ADDRESSES = 10_000;

    private record Window(Instant ends, int failed, int underWay) {
        Window at(Instant now) {
            return now.isBefore(ends) ? this : new Window(now.plus(WINDOW), 0, underWay);
        }

        Window with(int moreFailed, int moreUnderWay) {
            return new Window(ends, failed + moreFailed, Math.max(0, underWay + moreUnderWay));
        }
    }

    private final RecentlyUsed<Window> windows = new RecentlyUsed<>(MOST_ADDRESSES);
    private final int limit;
    private final Clock clock;

    FailedExchanges(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Begins an exchange for an address; otherwise says how long that address must wait. */
    synchronized Optional<Duration> begin(String address) {
        var window = of(address);
        if (window.failed + window.underWay < limit) {
            windows.put(address, window.with(0, 1));
            return Optional.empty();
        }
        return Optional.of(window.failed < limit ? MOMENT : Duration.between(clock.instant(), window.ends));
    }

    /** Ends an exchange; what auth did not refuse is no failure. */
    synchronized void end(String address, boolean refused) {
        windows.put(address, of(address).with(refused ? 1 : 0, -1));
    }

    private Window of(String address) {
        var now = clock.instant();
        var known = windows.get(address);
        return known == null ? new Window(now.plus(WINDOW), 0, 0) : known.at(now);
    }
}
