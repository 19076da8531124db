package dev.pmt.api.projects;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;

/** What a custom field holds. */
public enum CustomFieldType {
    /** A line of text. */
    TEXT,
    /** A decimal number. */
    NUMBER,
    /** A day. */
    DATE,
    /** One of the field's options. */
    SELECT,
    /** Any of the field's options. */
    MULTI_SELECT,
    /** A member of the project. */
    USER,
    /** An address on the web. */
    URL;

    /** Returns the name in JSON and in the database. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** Answers whether values are options. */
    boolean hasOptions() {
        return this == SELECT || this == MULTI_SELECT;
    }
}
