package dev.pmt.api.profiles;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a user of auth. */
public record UserId(@JsonValue UUID value) {

    /** Wraps an id; JSON holds the bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {}

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static UserId valueOf(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
