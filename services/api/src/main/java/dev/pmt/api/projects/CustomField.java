package dev.pmt.api.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pmt.api.profiles.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that a project adds to its tasks.
 *
 * @param name by which people and queries call it
 * @param options in their order; none unless its values are options
 * @param archived whether tasks get no further values in it
 */
public record CustomField(UUID id, String name, CustomFieldType type, List<Option> options, boolean archived) {

    /** What queries call the fields that every task has, in lower case; no custom field could be told from them. */
    public static final Set<String> TAKEN = Set.of(
            "key",
            "project",
            "type",
            "status",
            "category",
            "statuscategory",
            "priority",
            "assignee",
            "reporter",
            "watcher",
            "labels",
            "label",
            "points",
            "estimate",
            "logged",
            "created",
            "updated",
            "start",
            "due",
            "parent",
            "blocks",
            "blockedby",
            "relatesto",
            "duplicates",
            "duplicatedby",
            "sprint",
            "archived",
            "title",
            "text",
            "rank");

    /**
     * One of the values that a field may have.
     *
     * @param leadId who leads a component
     * @param releasesOn the day on which a version is meant to be released, or was
     * @param released whether a version is; absent if it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Option(
            UUID id,
            String name,
            @Nullable UserId leadId,
            @Nullable LocalDate releasesOn,
            @Nullable Boolean released) {}

    /** Finds an option by its id as text. */
    public Optional<Option> option(String id) {
        return options.stream()
                .filter(option -> option.id().toString().equals(id))
                .findFirst();
    }
}
