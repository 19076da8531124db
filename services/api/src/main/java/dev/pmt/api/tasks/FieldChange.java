package dev.pmt.api.tasks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a write did to one field of a task.
 *
 * @param field its name in JSON
 * @param from the value before as text; null for none
 * @param to the value after as text; null for none
 */
record FieldChange(
        String field, @Nullable String from, @Nullable String to) {

    /** Makes the change of whether a task is archived. */
    static FieldChange archived(boolean archived) {
        return new FieldChange(ARCHIVED, Boolean.toString(!archived), Boolean.toString(archived));
    }

    /** The field of a task's column. */
    static final String STATUS = "statusId";

    /** The field of the user a task is given to. */
    static final String ASSIGNEE = "assigneeId";

    /** The field of how much work it is thought to be. */
    static final String ESTIMATE = "estimateMinutes";

    /** The field of the day it begins. */
    static final String START = "startDate";

    /** The field of the day it is due. */
    static final String DUE = "dueDate";

    /** The field of the task it belongs to. */
    static final String PARENT = "parentKey";

    /** The field of the sprint it is in. */
    static final String SPRINT = "sprintId";

    /** The name of a file that came or went. */
    static final String ATTACHMENT = "attachment";

    /** The minutes of a work log that came, is now, or went. */
    static final String LOGGED = "loggedMinutes";

    /** The field whose value before no event tells, it may be long. */
    static final String DESCRIPTION = "description";

    /** What stands before the id of a custom field. */
    static final String CUSTOM = "customFields.";

    /** The field of whether it is archived; events have kinds of their own for it. */
    static final String ARCHIVED = "archived";

    /** The field of its place; events have a kind of their own for it. */
    static final String RANK = "rank";

    /** Answers whether its field still is what the change made it; the place of a task is not looked at. */
    boolean holds(TaskState state, boolean archived) {
        return Objects.equals(to, field.equals(ARCHIVED) ? Boolean.toString(archived) : state.text(field));
    }
}
