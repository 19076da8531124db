package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.events.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Words writes to a sprint as facts, by {@code contract/events}.
 *
 * @param sprint as it is after the write
 * @param actor who writes; null when a late listener is told of it
 */
record SprintFacts(Sprint sprint, @Nullable UserId actor) {

    private static final String CREATED = "pmt.sprint.created.v1";

    /** A sprint's own fields. */
    record Fields(
            ProjectId projectId,
            String key,
            String name,
            String goal,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BigDecimal capacity) {}

    /** What a sprint begins with. */
    record Started(ProjectId projectId, String key, Amount committed) {}

    /** What a sprint came to, and where its unfinished tasks went; null for the backlog. */
    record Completed(
            ProjectId projectId,
            String key,
            Amount done,
            Amount carriedOver,
            @Nullable SprintId carriedOverTo) {}

    /** Nothing but that it happened. */
    record Bare(ProjectId projectId, String key) {}

    Fact created() {
        return fact(CREATED, fields());
    }

    Fact changed() {
        return fact("pmt.sprint.changed.v1", fields());
    }

    Fact started() {
        var scope = sprint.scope();
        return fact(
                "pmt.sprint.started.v1",
                new Started(sprint.projectId(), sprint.projectKey(), scope == null ? Amount.NONE : scope.committed()));
    }

    Fact completed(Sprint.Outcome outcome, @Nullable SprintId carriedOverTo) {
        return fact(
                "pmt.sprint.completed.v1",
                new Completed(
                        sprint.projectId(), sprint.projectKey(), outcome.done(), outcome.carriedOver(), carriedOverTo));
    }

    Fact reopened() {
        return fact("pmt.sprint.reopened.v1", new Bare(sprint.projectId(), sprint.projectKey()));
    }

    /** Makes the last fact of a sprint, with a version that no row has any more. */
    Fact removed() {
        return new Fact(
                "pmt.sprint.removed.v1",
                sprint.id().value(),
                sprint.version() + 1,
                actor == null ? null : actor.value(),
                new Bare(sprint.projectId(), sprint.projectKey()));
    }

    private Fields fields() {
        return new Fields(
                sprint.projectId(),
                sprint.projectKey(),
                sprint.name(),
                sprint.goal(),
                sprint.startsOn(),
                sprint.endsOn(),
                sprint.capacity());
    }

    private Fact fact(String type, Object data) {
        return new Fact(type, sprint.id().value(), sprint.version(), actor == null ? null : actor.value(), data);
    }
}
