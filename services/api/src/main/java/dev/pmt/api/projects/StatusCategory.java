package dev.pmt.api.projects;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;

/** What a status means for the flow of work. */
public enum StatusCategory {
    /** Not begun. */
    TODO,
    /** Begun. */
    DOING,
    /** Finished. */
    DONE;

    /** Returns the name in JSON and in the database. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }
}
