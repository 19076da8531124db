package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a bulk change. */
record BulkChangeId(@JsonValue UUID value) {

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static BulkChangeId valueOf(String text) {
        return new BulkChangeId(UUID.fromString(text));
    }
}
