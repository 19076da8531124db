package dev.pmt.api.tasks;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectLock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the rank for a moved task. Usually that is one new key; where cards were stacked into the same gap so often that
 * the key would grow long, the nearest tasks on both sides are respaced, a bounded number of rows.
 */
@Component
class Placement {

    private final Ranks ranks;
    private final ProjectLock projects;
    private final TaskSettings settings;

    Placement(Ranks ranks, ProjectLock projects, TaskSettings settings) {
        this.ranks = ranks;
        this.projects = projects;
        this.settings = settings;
    }

    /** Returns a rank right behind another. */
    Rank after(ProjectId project, Rank neighbour, TaskId moved) {
        return after(project, neighbour, List.of(moved)).getFirst();
    }

    /** Returns a rank right before another. */
    Rank before(ProjectId project, Rank neighbour, TaskId moved) {
        return before(project, neighbour, List.of(moved)).getFirst();
    }

    /** Returns ranks right behind another, for tasks that move together, in their order. */
    List<Rank> after(ProjectId project, Rank neighbour, List<TaskId> moved) {
        var above = ranks.up(project, neighbour, moved, 2);
        return above.size() < 2
                ? Stream.generate(() -> Rank.whole(projects.nextRank(project)))
                        .limit(moved.size())
                        .toList()
                : within(project, neighbour, above.getLast().rank(), moved);
    }

    /** Returns ranks right before another, for tasks that move together, in their order. */
    List<Rank> before(ProjectId project, Rank neighbour, List<TaskId> moved) {
        var below = ranks.down(project, neighbour, moved, 2);
        return within(project, below.size() < 2 ? null : below.getLast().rank(), neighbour, moved);
    }

    private List<Rank> within(ProjectId project, @Nullable Rank low, Rank high, List<TaskId> moved) {
        var fresh = Rank.spread(low, high, moved.size());
        return fresh.stream().allMatch(rank -> rank.length() <= settings.longestRank())
                ? fresh
                : respaced(project, high, moved);
    }

    private List<Rank> respaced(ProjectId project, Rank high, List<TaskId> moved) {
        var reach = settings.respaceReach();
        var below = new ArrayList<>(ranks.down(project, high, moved, reach + 2));
        below.removeFirst();
        var above = new ArrayList<>(ranks.up(project, high, moved, reach + 1));
        var floor = below.size() > reach ? below.removeLast().rank() : null;
        var ceiling = above.size() > reach ? above.removeLast().rank() : Rank.whole(projects.nextRank(project));
        var fresh = Rank.spread(floor, ceiling, below.size() + moved.size() + above.size());
        var behind = below.size() + moved.size();
        var respaced = assigned(below.reversed(), fresh.subList(0, below.size()));
        respaced.addAll(assigned(above, fresh.subList(behind, fresh.size())));
        ranks.respace(respaced);
        return fresh.subList(below.size(), behind);
    }

    private static List<Ranks.Ranked> assigned(List<Ranks.Ranked> tasks, List<Rank> fresh) {
        var assigned = new ArrayList<Ranks.Ranked>();
        for (int i = 0; i < tasks.size(); i++) {
            assigned.add(new Ranks.Ranked(tasks.get(i).task(), fresh.get(i)));
        }
        return assigned;
    }
}
