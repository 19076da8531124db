package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list holds; an empty list or text does not narrow it.
 *
 * @param labels each must be on the task
 * @param parent the task they belong to; null for any or none
 * @param text part of the title, in any case
 */
record TaskFilter(
        List<StatusId> statuses,
        List<TaskType> types,
        Assignee assignee,
        List<String> labels,
        @Nullable TaskKey parent,
        String text,
        boolean archived) {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST = 50;

    /** Whose tasks. */
    sealed interface Assignee {
        /** Everyone's. */
        record Any() implements Assignee {}

        /** Nobody's. */
        record None() implements Assignee {}

        /** One user's. */
        record User(UserId id) implements Assignee {}
    }

    void check(Faults faults) {
        Texts.check(faults, "q", text, 0, LONGEST_TEXT);
        Labels.check(faults, "label", labels);
        faults.check(statuses.size() <= MOST, "status", "status must have at most 50 values: " + statuses.size());
        faults.check(types.size() <= MOST, "type", "type must have at most 50 values: " + types.size());
    }

    /** Returns the text as an ILIKE pattern. */
    String pattern() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
