package dev.pmt.api.tasks;

import java.util.List;
import java.util.Set;

/**
 * What one write did to a task, kept for a while so that it can be undone.
 *
 * @param version the task's after the write
 * @param facts how far the write raised it
 * @param changes field by field, with the values of before in full
 */
record TaskChange(TaskId task, long version, int facts, List<FieldChange> changes) {

    /** Narrows it to some fields. */
    TaskChange of(Set<String> fields) {
        return new TaskChange(
                task,
                version,
                facts,
                changes.stream()
                        .filter(change -> fields.contains(change.field()))
                        .toList());
    }
}
