package dev.pmt.shared.events;

import java.util.Set;
import java.util.UUID;

/**
 * Where in a log a snapshot stands.
 *
 * @param position the state is the one after the event of this position
 * @param included events whose effects the state holds too, though they get their positions only later
 */
public record SnapshotPlace(long position, Set<UUID> included) {

    /** Copies the ids. */
    public SnapshotPlace {
        included = Set.copyOf(included);
    }
}
