package dev.pmt.gateway.tokens;

import dev.pmt.gateway.proxy.Access.Header;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many requests each personal API token has a minute at this process, from its first one on. Answers tell of it as the IETF's
 * "RateLimit header fields for HTTP" do (draft 10).
 */
public final class RequestBudget {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_TOKENS = 10_000;

    private record Window(Instant ends, int used) {}

    /**
     * What is left to a token.
     *
     * @param isSpent whether there was nothing left for the request itself
     * @param resets when there is all of it again, in seconds
     */
    record Left(boolean isSpent, int limit, int requests, long resets) {

        List<Header> headers() {
            return List.of(
                    new Header("RateLimit-Policy", "\"token\";q=" + limit + ";w=" + WINDOW.toSeconds()),
                    new Header("RateLimit", "\"token\";r=" + requests + ";t=" + resets));
        }
    }

    private final RecentlyUsed<Window> windows = new RecentlyUsed<>(MOST_TOKENS);
    private final int limit;
    private final Clock clock;

    /** Begins with nothing used; a limit of 0 is none. */
    public RequestBudget(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Takes a request of a token, named by its digest, from its minute; empty where there is no limit. */
    synchronized Optional<Left> take(String token) {
        if (limit == 0) {
            return Optional.empty();
        }
        var now = clock.instant();
        var known = windows.get(token);
        var window = known == null || !now.isBefore(known.ends) ? new Window(now.plus(WINDOW), 0) : known;
        var isSpent = window.used == limit;
        var used = isSpent ? limit : window.used + 1;
        windows.put(token, new Window(window.ends, used));
        var millis = Duration.between(now, window.ends).toMillis();
        return Optional.of(new Left(isSpent, limit, limit - used, Math.ceilDiv(millis, 1_000L)));
    }
}
