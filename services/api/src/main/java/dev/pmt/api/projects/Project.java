package dev.pmt.api.projects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A project as one of its members sees it.
 *
 * @param key prefix of its tasks' keys, such as {@code MESOS}
 * @param description Markdown
 * @param statuses in board order, at least one
 * @param role the role of the member who asked
 * @param version of the project's own fields, for {@code If-Match}
 * @param revision grows with every write in the project, its tasks included; not part of the JSON
 */
public record Project(
        ProjectId id,
        String key,
        String name,
        String description,
        List<Status> statuses,
        ProjectRole role,
        Instant createdAt,
        Instant updatedAt,
        long version,
        @JsonIgnore long revision) {

    /** Finds a status by its id. */
    public Optional<Status> status(StatusId wanted) {
        return statuses.stream().filter(status -> status.id().equals(wanted)).findFirst();
    }

    /** Finds the first status of a category in board order. */
    public Optional<Status> firstStatus(StatusCategory category) {
        return statuses.stream().filter(status -> status.category() == category).findFirst();
    }
}
