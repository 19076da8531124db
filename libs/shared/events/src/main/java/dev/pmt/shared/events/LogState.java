package dev.pmt.shared.events;

import org.jspecify.annotations.Nullable;

/**
 * How far a service's log is.
 *
 * @param head the highest position given so far
 * @param unstamped committed events that have no position yet
 * @param oldest the lowest position that is still kept; null when no event is
 * @param epoch the change of hands since which this database takes the schema's writes
 */
record LogState(long head, long unstamped, @Nullable Long oldest, long epoch) {}
