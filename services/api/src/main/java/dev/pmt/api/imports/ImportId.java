package dev.pmt.api.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an import. */
record ImportId(@JsonValue UUID value) {

    /** Reads the text form. @throws IllegalArgumentException when it is no UUID */
    public static ImportId valueOf(String text) {
        return new ImportId(UUID.fromString(text));
    }
}
