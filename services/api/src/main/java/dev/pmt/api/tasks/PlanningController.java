package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.web.CurrentUser;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}")
class PlanningController {

    private final SprintTasks tasks;
    private final TaskMoves moves;

    PlanningController(SprintTasks tasks, TaskMoves moves) {
        this.tasks = tasks;
        this.moves = moves;
    }

    /** The tasks that were moved, in the order given. */
    record PlannedTasks(List<TaskItem> items) {}

    @PostMapping(path = "/sprints/{sprintId}/tasks", produces = "application/json")
    PlannedTasks intoSprint(
            CurrentUser user, @PathVariable String key, @PathVariable SprintId sprintId, @RequestBody PlanTasks body) {
        return new PlannedTasks(tasks.put(key, new UserId(user.id()), sprintId, body));
    }

    @PostMapping(path = "/backlog/tasks", produces = "application/json")
    PlannedTasks intoBacklog(CurrentUser user, @PathVariable String key, @RequestBody PlanTasks body) {
        return new PlannedTasks(tasks.put(key, new UserId(user.id()), null, body));
    }

    @PostMapping(path = "/board/moves", produces = "application/json")
    PlannedTasks onBoard(CurrentUser user, @PathVariable String key, @RequestBody MoveTasks body) {
        return new PlannedTasks(moves.moveTogether(key, new UserId(user.id()), body));
    }
}
