package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.queries.Parser;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/queries/completions")
class CompletionController {

    private final Completions completions;
    private final Projects projects;

    CompletionController(Completions completions, Projects projects) {
        this.completions = completions;
        this.projects = projects;
    }

    @GetMapping
    Completions.Answer complete(
            CurrentUser caller,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer at) {
        var user = new UserId(caller.id());
        var place = at == null ? query.length() : at;
        var faults = new Faults();
        Texts.check(faults, "query", query, 0, Parser.LONGEST);
        faults.check(
                place >= 0 && place <= query.length(),
                "at",
                "at must be from 0 to " + query.length() + ", the length of the query: " + place);
        faults.refuse();
        return completions.at(query, place, scope(project, user));
    }

    private TaskScope scope(@Nullable String project, UserId user) {
        return project == null
                ? new TaskScope.All(user)
                : new TaskScope.One(user, projects.get(project, user).key());
    }
}
