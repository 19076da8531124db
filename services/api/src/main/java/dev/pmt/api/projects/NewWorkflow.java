package dev.pmt.api.projects;

import dev.pmt.api.wire.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that sets a workflow.
 *
 * @param transitions from statuses that are not named, tasks may go everywhere
 */
record NewWorkflow(@Nullable List<@Nullable From> transitions) {

    /** Where tasks may go from a status. */
    record From(@Nullable StatusId from, @Nullable List<@Nullable StatusId> to) {}

    /** Checks it against the statuses of its project; returns what it closes. */
    Set<Workflow.Way> check(Project project) {
        var faults = new Faults();
        faults.check(transitions != null, "transitions", "transitions must be given");
        var closed = new HashSet<Workflow.Way>();
        var named = new HashSet<StatusId>();
        for (var item : transitions == null ? List.<From>of() : transitions) {
            var from = item == null ? null : item.from;
            var to = item == null ? null : item.to;
            checkStatus(faults, project, from);
            faults.check(from == null || named.add(from), "transitions", "transitions must name a from once: " + from);
            faults.check(to != null, "transitions", "transitions must have a to");
            var open = to == null ? List.<StatusId>of() : to;
            open.forEach(id -> checkStatus(faults, project, id));
            faults.check(from == null || !open.contains(from), "transitions", "to must not hold its from: " + from);
            if (from != null) {
                close(closed, project, from, open);
            }
        }
        faults.refuse();
        return closed;
    }

    private static void close(Set<Workflow.Way> closed, Project project, StatusId from, List<@Nullable StatusId> open) {
        project.statuses().stream()
                .map(Status::id)
                .filter(to -> !to.equals(from) && !open.contains(to))
                .forEach(to -> closed.add(new Workflow.Way(from, to)));
    }

    private static void checkStatus(Faults faults, Project project, @Nullable StatusId id) {
        faults.check(
                id != null && project.status(Objects.requireNonNull(id)).isPresent(),
                "transitions",
                "transitions must name statuses of project " + project.key() + ": " + id);
    }
}
