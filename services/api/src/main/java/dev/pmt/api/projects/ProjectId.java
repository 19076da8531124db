package dev.pmt.api.projects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a project. */
public record ProjectId(@JsonValue UUID value) {

    /** Wraps an id; JSON holds the bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProjectId {}

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static ProjectId valueOf(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
