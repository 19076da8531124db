package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;

/** How urgent a task is, from least to most. */
public enum Priority {
    /** Can wait for ever. */
    LOWEST,
    /** Can wait. */
    LOW,
    /** The usual. */
    MEDIUM,
    /** Soon. */
    HIGH,
    /** Now. */
    HIGHEST;

    /** Returns the name in JSON, CSV and the database. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }
}
