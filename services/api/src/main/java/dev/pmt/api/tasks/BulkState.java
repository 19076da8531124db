package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;

/** How far a bulk change is. */
enum BulkState {
    /** Waits for a worker. */
    QUEUED,
    /** Is worked on. */
    RUNNING,
    /** Has been through all of its tasks. */
    DONE,
    /** Cannot go on. */
    FAILED;

    /** Returns the name in JSON and in the database. */
    @JsonValue
    String wireName() {
        return WireName.of(this);
    }
}
