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
    /** Any of the field's options, which are parts of what the project makes and may have somebody who leads them. */
    COMPONENT,
    /** Any of the field's options, which are versions of what the project makes: they have a day and are released once. */
    VERSION,
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
        return this == SELECT || isSeveral();
    }

    /** Answers whether values are several options. */
    public boolean isSeveral() {
        return switch (this) {
            case MULTI_SELECT, COMPONENT, VERSION -> true;
            case TEXT, NUMBER, DATE, SELECT, USER, URL -> false;
        };
    }
}
