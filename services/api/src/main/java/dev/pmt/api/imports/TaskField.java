package dev.pmt.api.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The task fields that a CSV column can fill. */
enum TaskField {
    KEY("issuekey", "issue key", "key"),
    TITLE("title", "summary"),
    DESCRIPTION("description"),
    POINTS(
            "storypoint",
            "story points",
            "story point estimate",
            "custom field (story points)",
            "custom field (story point estimate)",
            "storypoints",
            "points"),
    STATUS("status"),
    TYPE("type", "issue type", "issuetype"),
    PRIORITY("priority"),
    ASSIGNEE("assignee"),
    LABELS("labels", "label");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> headers;

    TaskField(String... headers) {
        this.headers = List.of(headers);
    }

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

    static Optional<TaskField> find(String wireName) {
        return Arrays.stream(values())
                .filter(field -> field.wireName().equals(wireName))
                .findFirst();
    }

    /** Returns the column's name in PMT's own exports. */
    String ownHeader() {
        return headers.getFirst();
    }

    /** Returns the lower-case column names that are recognised, the likeliest first. */
    List<String> headers() {
        return headers;
    }

    boolean isRequired() {
        return this == KEY || this == TITLE;
    }
}
