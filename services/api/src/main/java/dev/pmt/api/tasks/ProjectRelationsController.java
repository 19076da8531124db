package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Excerpt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/relations")
class ProjectRelationsController {

    private static final int MOST_TASKS = 100;
    private static final int USUAL_PAGE = 100;
    private static final List<RelationKind> KINDS =
            Arrays.stream(RelationKind.values()).filter(RelationKind::isForward).toList();

    private final Projects projects;
    private final RelationList relations;

    ProjectRelationsController(Projects projects, RelationList relations) {
        this.projects = projects;
        this.relations = relations;
    }

    @GetMapping
    Page<TaskRelation> list(
            CurrentUser caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var user = new UserId(caller.id());
        var project = projects.get(key, user).key();
        var faults = new Faults();
        var numbers = task.stream()
                .map(text -> number(faults, project, text))
                .flatMap(Optional::stream)
                .toList();
        var count = "task must name from 1 to " + MOST_TASKS + " tasks: " + task.size();
        faults.check(!task.isEmpty() && task.size() <= MOST_TASKS, "task", count);
        var kinds = kinds(faults, kind);
        faults.refuse();
        return relations.of(project, numbers, user, kinds, cursor, Limit.of(limit, USUAL_PAGE));
    }

    private static Optional<Long> number(Faults faults, String project, String text) {
        var number = TaskKey.parse(text)
                .filter(named -> named.project().equals(project))
                .map(TaskKey::number);
        var rule = "task must be the key of a task of " + project + ": " + Excerpt.of(text);
        faults.check(number.isPresent(), "task", rule);
        return number;
    }

    private static List<RelationKind> kinds(Faults faults, String text) {
        var kinds = KINDS.stream()
                .filter(kind -> text.isEmpty() || kind.wireName().equals(text))
                .toList();
        var rule = "kind must be blocks, relates-to or duplicates: " + Excerpt.of(text);
        faults.check(!kinds.isEmpty(), "kind", rule);
        return kinds;
    }
}
