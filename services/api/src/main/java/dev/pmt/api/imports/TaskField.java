package dev.pmt.api.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The task fields that a CSV column can fill. */
enum TaskField implements Fillable {
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
    LABELS("labels", "label"),
    START(
            "pmt_start",
            "start date",
            "custom field (start date)",
            "start",
            "target start",
            "custom field (target start)"),
    DUE(
            "pmt_due",
            "due date",
            "due",
            "duedate",
            "finish date",
            "target date",
            "target end",
            "custom field (target end)"),
    ESTIMATE("pmt_estimate_minutes", "original estimate", "estimated time", "work", "estimated hours");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> headers;

    TaskField(String... headers) {
        this.headers = List.of(headers);
    }

    @Override
    @JsonValue
    public String wireName() {
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

    /** Answers whether it is one of those that the released contract knew. */
    boolean isReleased() {
        return compareTo(LABELS) <= 0;
    }

    boolean isRequired() {
        return this == KEY || this == TITLE;
    }
}
