package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.api.wire.WholeNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The rules of a task's fields that creating and changing share. */
final class TaskChecks {

    private TaskChecks() {}

    static void title(Faults faults, String title) {
        Texts.check(faults, "title", title, 1, TaskRules.LONGEST_TITLE);
    }

    static void description(Faults faults, String description) {
        Texts.check(faults, "description", description, 0, TaskRules.LONGEST_DESCRIPTION);
    }

    static void comment(Faults faults, String text) {
        Texts.check(faults, "text", text, 1, TaskRules.LONGEST_COMMENT);
    }

    static void points(Faults faults, @Nullable BigDecimal points) {
        faults.check(points == null || Points.isValid(points), "points", "points " + Points.RULE + ": " + points);
    }

    static void estimate(Faults faults, @Nullable BigDecimal minutes) {
        faults.check(
                minutes == null || WholeNumber.isWithin(minutes, 1, TaskRules.MOST_MINUTES),
                "estimateMinutes",
                "estimateMinutes must be a whole number from 1 to " + TaskRules.MOST_MINUTES + ": " + minutes);
    }

    /** Returns a checked number of minutes. */
    static @Nullable Integer minutes(@Nullable BigDecimal minutes) {
        return minutes == null ? null : minutes.intValueExact();
    }

    static void status(Faults faults, boolean known, String projectKey, @Nullable StatusId status) {
        faults.check(known, "statusId", "statusId must be a status of project " + projectKey + ": " + status);
    }

    static void assignee(Faults faults, boolean known, String projectKey, @Nullable UserId assignee) {
        faults.check(
                known, "assigneeId", "assigneeId must be an active member of project " + projectKey + ": " + assignee);
    }
}
