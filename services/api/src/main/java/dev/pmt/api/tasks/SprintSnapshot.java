package dev.pmt.api.tasks;

import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells late listeners the sprints as they are, behind their projects. */
@Component
@Order(2)
class SprintSnapshot implements EventSnapshot {

    private final Sprints sprints;

    SprintSnapshot(Sprints sprints) {
        this.sprints = sprints;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        sprints.all(sprint -> {
            var facts = new SprintFacts(sprint, null);
            listener.accept(facts.created());
            if (sprint.scope() != null) {
                listener.accept(facts.started());
            }
            if (sprint.outcome() != null) {
                listener.accept(facts.completed(sprint.outcome(), null));
            }
        });
    }
}
