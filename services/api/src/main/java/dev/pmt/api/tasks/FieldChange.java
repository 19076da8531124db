package dev.pmt.api.tasks;

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

    /** The field of a task's column. */
    static final String STATUS = "statusId";

    /** The field of the user a task is given to. */
    static final String ASSIGNEE = "assigneeId";

    /** The field of the day it begins. */
    static final String START = "startDate";

    /** The field of the day it is due. */
    static final String DUE = "dueDate";

    /** The field of the task it belongs to. */
    static final String PARENT = "parentKey";

    /** The field of the sprint it is in. */
    static final String SPRINT = "sprintId";

    /** The field whose value before nobody needs, it may be long. */
    static final String DESCRIPTION = "description";
}
