package dev.pmt.api.views;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a saved view. */
public record ViewId(@JsonValue UUID value) {

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static ViewId valueOf(String text) {
        return new ViewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
