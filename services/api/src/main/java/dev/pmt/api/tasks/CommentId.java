package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a comment. */
public record CommentId(@JsonValue UUID value) {

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static CommentId valueOf(String text) {
        return new CommentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
