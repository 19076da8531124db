package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;

/** How a task stands to another one, as seen from it. */
enum RelationKind {
    /** The other one waits for it. */
    BLOCKS,
    /** It waits for the other one. */
    BLOCKED_BY,
    /** They have something in common. */
    RELATES_TO,
    /** The other one says the same, and said it better. */
    DUPLICATES,
    /** It is said once more by the other one. */
    DUPLICATED_BY;

    /** Returns the name in JSON. */
    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

    /** Returns what the same relation is for the other task. */
    RelationKind inverse() {
        return switch (this) {
            case BLOCKS -> BLOCKED_BY;
            case BLOCKED_BY -> BLOCKS;
            case RELATES_TO -> RELATES_TO;
            case DUPLICATES -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATES;
        };
    }

    /** Answers whether one of the two tasks waits for the other. */
    boolean isBlocking() {
        return this == BLOCKS || this == BLOCKED_BY;
    }

    /** Returns it as a part of a sentence: "TEAM-1 is blocked by TEAM-2". */
    String words() {
        return (isForward() ? "" : "is ") + wireName().replace('-', ' ');
    }

    /** Answers whether the database says it of the task that has it, and not of the other one. */
    boolean isForward() {
        return this != BLOCKED_BY && this != DUPLICATED_BY;
    }
}
