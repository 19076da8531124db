package dev.pmt.shared.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How many requests each route gets, how they are answered and how long that takes: the histogram
 * {@code http.server.request.duration} of OpenTelemetry's conventions, in seconds.
 */
public final class RequestTimes {

    /** Buckets that OpenTelemetry advises for it. */
    static final Duration[] BUCKETS =
            Buckets.millis(5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000);

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private record Kind(String method, String route, int status) {}

    private final ConcurrentHashMap<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    /** Counts into a registry. */
    public RequestTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Counts an answered request.
     *
     * @param route of few that there are, never a path as it came
     * @param nanos from head to answer
     */
    public void record(String method, String route, int status, long nanos) {
        var kind = new Kind(METHODS.contains(method) ? method : "_OTHER", route, status);
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.request.duration")
                .description("Requests answered, by route")
                .tag("http.request.method", kind.method)
                .tag("http.route", kind.route)
                .tag("http.response.status_code", Integer.toString(kind.status))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
