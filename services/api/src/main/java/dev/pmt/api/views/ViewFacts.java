package dev.pmt.api.views;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.events.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words writes to shared views as facts, by {@code contract/events}; what nobody else sees is nobody else's business. */
record ViewFacts(ProjectId project, String key, UserId actor) {

    static final String SHARED = "pmt.view.shared.v1";

    /** A view that all members of its project see. */
    record Shown(
            ProjectId projectId,
            String key,
            UserId ownerId,
            String name,
            String query,
            @Nullable List<String> columns) {

        static Shown of(ProjectId project, String key, SavedView view) {
            return new Shown(project, key, view.ownerId(), view.name(), view.query(), view.columns());
        }
    }

    /** A view that they see no longer. */
    record Hidden(ProjectId projectId, String key) {}

    Fact shared(SavedView view) {
        return shown(SHARED, view);
    }

    /** Makes the facts of a change; none when the view was and is private. */
    List<Fact> changed(SavedView before, SavedView after) {
        if (before.shared()) {
            return List.of(after.shared() ? shown("pmt.view.changed.v1", after) : unshared(after, after.version()));
        }
        return after.shared() ? List.of(shared(after)) : List.of();
    }

    /** Makes the facts of a view's end. */
    List<Fact> removed(SavedView view) {
        return view.shared() ? List.of(unshared(view, view.version() + 1)) : List.of();
    }

    private Fact shown(String type, SavedView view) {
        return new Fact(type, view.id().value(), view.version(), actor.value(), Shown.of(project, key, view));
    }

    private Fact unshared(SavedView view, long version) {
        return new Fact("pmt.view.unshared.v1", view.id().value(), version, actor.value(), new Hidden(project, key));
    }
}
