package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Identifies a task. */
public record TaskId(@JsonValue UUID value) {

    /** Joins ids with commas, as statements take them. */
    static String join(Collection<TaskId> ids) {
        return ids.stream().map(id -> id.value.toString()).collect(Collectors.joining(","));
    }
}
