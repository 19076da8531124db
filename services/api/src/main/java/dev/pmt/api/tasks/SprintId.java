package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identifies a sprint. */
public record SprintId(@JsonValue UUID value) {

    /** Wraps an id; JSON holds the bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SprintId {}

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static SprintId valueOf(String text) {
        return new SprintId(UUID.fromString(text));
    }

    static @Nullable UUID valueOrNull(@Nullable SprintId id) {
        return id == null ? null : id.value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
