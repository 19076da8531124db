package dev.pmt.api.tasks;

import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project's board: its columns, each with its first cards. */
record Board(Project project, List<Column> columns) {

    /**
     * One column.
     *
     * @param count all its cards
     * @param cards the first window of them, in rank order
     * @param next cursor of the next window
     */
    record Column(
            Status status,
            long count,
            List<Card> cards,
            @Nullable String next) {}
}
