package dev.pmt.shared.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are carried and kept.
 *
 * @param batch events stamped or taken in one transaction at most
 * @param poll how often the log is looked at without being woken: other processes may write to it too
 * @param gather time from the beginning of one round of stamping to the next at least, so that under load a round stamps
 *     many events; an event that comes alone does not wait
 * @param retention how long stamped events and the inbox are kept
 * @param attempts how often an event is tried before it is parked
 * @param firstRetry pause before the second attempt; each further one waits twice as long
 * @param longestRetry longest of these pauses
 */
@ConfigurationProperties("pmt.events")
public record EventSettings(
        @DefaultValue("500") int batch,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("20ms") Duration gather,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("8") int attempts,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("5m") Duration longestRetry) {

    /** Returns the pause after the given number of failed attempts, from 1. */
    Duration pauseAfter(int failed) {
        var doubled = firstRetry.multipliedBy(1L << Math.min(failed - 1, 30));
        return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    }
}
