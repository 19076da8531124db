package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;

/** How far a sprint is. */
enum SprintState {
    /** Tasks are gathered for it. */
    PLANNED,
    /** Its tasks are worked on; there may be several at once. */
    ACTIVE,
    /** It is over and takes no tasks. */
    COMPLETED;

    /** Returns the name in JSON and the database. */
    @JsonValue
    String wireName() {
        return WireName.of(this);
    }
}
