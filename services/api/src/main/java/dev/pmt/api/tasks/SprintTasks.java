package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves tasks between the backlog and the sprints of their project, as many as somebody holds, in one transaction. */
@Service
class SprintTasks {

    private final ProjectLock projects;
    private final Planning planning;
    private final Placement placement;
    private final TaskItems items;

    SprintTasks(ProjectLock projects, Planning planning, Placement placement, TaskItems items) {
        this.projects = projects;
        this.planning = planning;
        this.placement = placement;
        this.items = items;
    }

    /** Puts tasks into a sprint, or into the backlog when there is none; the last one to do so wins. */
    @Transactional
    public List<TaskItem> put(String projectKey, UserId user, @Nullable SprintId into, PlanTasks body) {
        var project = projects.take(projectKey, user, ProjectRole.MEMBER);
        var wanted = body.check(projectKey);
        var sprint = into == null ? null : open(projectKey, project, into);
        var found = planning.tasks(project, wanted.keySet());
        var faults = new Faults();
        var tasks = new ArrayList<Planning.Planned>();
        wanted.forEach((number, key) -> {
            var task = found.get(number);
            faults.check(task != null, "keys", PlanTasks.unknown(projectKey, key));
            if (task != null) {
                faults.check(!task.archived(), "keys", PlanTasks.archived(key));
                faults.check(
                        sprint == null || task.type() != TaskType.EPIC,
                        "keys",
                        "keys must hold no epic, plan the tasks below it: " + key);
                TaskSprints.checkKept(faults, "keys", key, task.sprint(), task.done(), sprint);
                tasks.add(task);
            }
        });
        faults.refuse();
        planning.put(projectKey, project, user, steps(projectKey, project, tasks, body, sprint), sprint);
        return items.of(projectKey, tasks.stream().map(Planning.Planned::id).toList());
    }

    private TaskSprint open(String projectKey, ProjectId project, SprintId id) {
        var sprint = planning.sprint(project, id).orElseThrow(() -> Sprints.missing(projectKey, id));
        if (sprint.state() == SprintState.COMPLETED) {
            throw ProblemException.conflict(
                    "sprint-completed",
                    "Sprint " + sprint.name() + " is completed and takes no tasks; reopen it first.");
        }
        return sprint;
    }

    private List<Planning.Step> steps(
            String projectKey,
            ProjectId project,
            List<Planning.Planned> tasks,
            PlanTasks body,
            @Nullable TaskSprint sprint) {
        var ids = tasks.stream().map(Planning.Planned::id).toList();
        if (body.afterKey() != null) {
            return steps(
                    tasks, placement.after(project, neighbour(projectKey, project, body.afterKey(), ids, sprint), ids));
        }
        if (body.beforeKey() != null) {
            return steps(
                    tasks,
                    placement.before(project, neighbour(projectKey, project, body.beforeKey(), ids, sprint), ids));
        }
        return steps(tasks, tasks.stream().map(Planning.Planned::rank).toList());
    }

    private static List<Planning.Step> steps(List<Planning.Planned> tasks, List<Rank> ranks) {
        var steps = new ArrayList<Planning.Step>();
        for (int i = 0; i < tasks.size(); i++) {
            steps.add(new Planning.Step(tasks.get(i), ranks.get(i)));
        }
        return steps;
    }

    private Rank neighbour(
            String projectKey, ProjectId project, String key, List<TaskId> moved, @Nullable TaskSprint sprint) {
        return TaskKey.parse(key)
                .filter(parsed -> parsed.project().equals(projectKey))
                .map(parsed -> planning.tasks(project, List.of(parsed.number())).get(parsed.number()))
                .filter(task -> !task.archived() && !moved.contains(task.id()))
                .filter(task -> sprint == null ? task.inBacklog() : sprint.id().equals(TaskSprint.idOf(task.sprint())))
                .map(Planning.Planned::rank)
                .orElseThrow(() -> ProblemException.conflict(
                        "neighbour-moved",
                        "Task " + Excerpt.of(key) + " is no longer another task of that section; read it again."));
    }
}
