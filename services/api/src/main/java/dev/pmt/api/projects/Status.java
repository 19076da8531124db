package dev.pmt.api.projects;

import org.jspecify.annotations.Nullable;

/**
 * A column of the board.
 *
 * @param name as people see it, unique enough to match imported names by
 * @param category what it means for the flow of work
 * @param wipLimit how many tasks should be in it at most, null for any number; more are told of, never refused
 */
public record Status(
        StatusId id,
        String name,
        StatusCategory category,
        @Nullable Integer wipLimit) {

    /** The JSON of a status {@code s} as rows hold it. */
    static final String JSON =
            "json_build_object('id', s.id, 'name', s.name, 'category', s.category, 'wipLimit', s.wip_limit)";
}
