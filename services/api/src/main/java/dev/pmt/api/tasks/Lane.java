package dev.pmt.api.tasks;

import dev.pmt.api.projects.StatusId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lane of a board: how many cards with one value there are.
 *
 * @param id a user's id, an epic's key or a priority; null where they have none
 * @param epic the epic, where lanes are epics
 * @param columns the columns that have any
 */
record Lane(@Nullable String id, @Nullable ParentTask epic, List<Count> columns) {

    /** How many cards are in a lane and a column. */
    record Count(StatusId statusId, long count) {}
}
