package dev.pmt.api.attachments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an attachment. */
public record AttachmentId(@JsonValue UUID value) {

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static AttachmentId valueOf(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
