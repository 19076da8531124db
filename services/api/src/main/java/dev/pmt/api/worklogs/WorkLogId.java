package dev.pmt.api.worklogs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a work log. */
public record WorkLogId(@JsonValue UUID value) {

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static WorkLogId valueOf(String text) {
        return new WorkLogId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
