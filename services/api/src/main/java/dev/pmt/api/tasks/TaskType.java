package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;

/** What kind of work a task is. */
public enum TaskType {
    /** Work of any kind. */
    TASK,
    /** Something broken. */
    BUG,
    /** Something a user gets. */
    STORY,
    /** A large goal. */
    EPIC,
    /** A part of another task. */
    SUBTASK;

    /** Returns the name in JSON, CSV and the database. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }
}
