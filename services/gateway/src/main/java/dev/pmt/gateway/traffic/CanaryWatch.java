package dev.pmt.gateway.traffic;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Compares what a canary answers with what the primary answers, and says when it must not go on; for any thread. */
public final class CanaryWatch {

    /** So few errors or slow answers are chance. */
    private static final int FEWEST = 5;

    /** Rates below this are never too much in relation to a primary that has none. */
    private static final double NEVER_TOO_MUCH = 0.01;

    private static final Duration NEVER_TOO_SLOW = Duration.ofMillis(20);

    private final Bounds bounds;
    private final LongSupplier nanoTime;
    private final long began;
    private final Window canary;
    private final Window primary;

    /** Starts with nothing counted. */
    public CanaryWatch(Bounds bounds) {
        this(bounds, System::nanoTime);
    }

    CanaryWatch(Bounds bounds, LongSupplier nanoTime) {
        this.bounds = bounds;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        canary = new Window(bounds.window());
        primary = new Window(bounds.window());
    }

    /**
     * What one side did in the window.
     *
     * @param p99 to 10 %, zero when there were no requests
     */
    public record Side(int requests, int errors, Duration p99) {

        static Side of(Tally tally) {
            return new Side(tally.requests(), tally.errors(), tally.p99());
        }
    }

    /** Counts an answer of the primary. */
    public synchronized void primaryAnswered(boolean error, long tookNanos) {
        primary.add(nanoTime.getAsLong() - began, error, tookNanos);
    }

    /** Counts an answer of the canary; the answer is the bound that it has crossed, if there is one, in words. */
    public synchronized Optional<String> canaryAnswered(boolean error, long tookNanos) {
        var now = nanoTime.getAsLong() - began;
        canary.add(now, error, tookNanos);
        return crossed(canary.sum(now), primary.sum(now));
    }

    /** Returns what the canary did lately. */
    public synchronized Side canary() {
        return Side.of(canary.sum(nanoTime.getAsLong() - began));
    }

    /** Returns what the primary did in the same time. */
    public synchronized Side primary() {
        return Side.of(primary.sum(nanoTime.getAsLong() - began));
    }

    private Optional<String> crossed(Tally ours, Tally theirs) {
        if (ours.requests() < bounds.samples()) {
            return Optional.empty();
        }
        var comparable = theirs.requests() >= bounds.samples();
        if (ours.errorRate() > bounds.errorRate()) {
            return Optional.of(errors(ours, "more than " + percent(bounds.errorRate())));
        }
        var allowed = Math.max(NEVER_TOO_MUCH, bounds.errorFactor() * theirs.errorRate());
        if (comparable && ours.errors() >= FEWEST && ours.errorRate() > allowed) {
            return Optional.of(errors(ours, "the primary's are " + percent(theirs.errorRate())));
        }
        if (isSlower(ours, bounds.p99())) {
            return Optional.of(slow(ours, "more than " + millis(bounds.p99())));
        }
        var usual = theirs.p99();
        var within =
                longer(usual.plus(NEVER_TOO_SLOW), Duration.ofNanos((long) (usual.toNanos() * bounds.p99Factor())));
        return comparable && isSlower(ours, within)
                ? Optional.of(slow(ours, "the primary's is " + millis(usual)))
                : Optional.empty();
    }

    /** The p99 is over a bound when more than one in a hundred is. */
    private static boolean isSlower(Tally tally, Duration bound) {
        var slower = tally.slowerThan(bound);
        return slower >= FEWEST && slower > tally.requests() / 100;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String errors(Tally tally, String compared) {
        return "%d errors in %d requests (%s), %s"
                .formatted(tally.errors(), tally.requests(), percent(tally.errorRate()), compared);
    }

    private static String slow(Tally tally, String compared) {
        return "p99 of %s in %d requests, %s".formatted(millis(tally.p99()), tally.requests(), compared);
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f %%", rate * 100);
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }
}
