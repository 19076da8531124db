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

    /** Tells whether a task of this type may have a parent of another type. */
    boolean fitsUnder(TaskType parent) {
        return parent.level() == level() + 1;
    }

    /** Tells whether tasks of both types may stand at the same place in a tree. */
    boolean replaces(TaskType other) {
        return level() == other.level();
    }

    /** Names the types that it fits under, for messages. */
    String parents() {
        return switch (this) {
            case EPIC -> "empty";
            case TASK, BUG, STORY -> "an epic";
            case SUBTASK -> "a task, a bug or a story";
        };
    }

    private int level() {
        return switch (this) {
            case EPIC -> 2;
            case TASK, BUG, STORY -> 1;
            case SUBTASK -> 0;
        };
    }
}
