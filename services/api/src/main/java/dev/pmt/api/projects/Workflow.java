package dev.pmt.api.projects;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which status of a project may follow which. It knows what is closed, so that a project without rules is open, and so is a
 * status that comes later.
 *
 * @param statuses all of the project, in board order
 */
public record Workflow(List<Status> statuses, Set<Way> closed) {

    /** A way from one status to another. */
    record Way(StatusId from, StatusId to) {}

    /** Answers whether a project has a status. */
    public boolean has(StatusId id) {
        return find(id).isPresent();
    }

    /** Says why a task may not go to a status from the one it has; empty when it may, or stays. */
    public Optional<String> refusal(StatusId from, StatusId to) {
        return closed.contains(new Way(from, to)) ? Optional.of(reason(from, to)) : Optional.empty();
    }

    /** Lists where tasks may go, from each status. */
    List<Transitions> transitions() {
        return statuses.stream()
                .map(Status::id)
                .map(from -> new Transitions(from, next(from)))
                .toList();
    }

    /** Lists where tasks may go from a status. */
    List<StatusId> next(StatusId from) {
        return statuses.stream()
                .map(Status::id)
                .filter(to -> !to.equals(from) && !closed.contains(new Way(from, to)))
                .toList();
    }

    private String reason(StatusId from, StatusId to) {
        var next = next(from).stream().map(this::name).collect(Collectors.joining(", "));
        return next.isEmpty()
                ? "the workflow leads nowhere from %s".formatted(name(from))
                : "from %s the workflow leads to %s, not to %s".formatted(name(from), next, name(to));
    }

    private String name(StatusId id) {
        return find(id).map(Status::name).orElseGet(id::toString);
    }

    private Optional<Status> find(StatusId id) {
        return statuses.stream().filter(status -> status.id().equals(id)).findFirst();
    }
}
