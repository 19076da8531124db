package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/workflow")
class WorkflowController {

    /**
     * A workflow as people see it.
     *
     * @param transitions one for each status, in board order
     * @param version of the project, which it shares, for {@code If-Match}
     */
    record Shown(List<Transitions> transitions, long version) {}

    private final Projects projects;
    private final Workflows workflows;
    private final WorkflowEdits edits;

    WorkflowController(Projects projects, Workflows workflows, WorkflowEdits edits) {
        this.projects = projects;
        this.workflows = workflows;
        this.edits = edits;
    }

    @GetMapping
    ResponseEntity<Shown> get(CurrentUser user, @PathVariable String key) {
        return answer(projects.get(key, new UserId(user.id())));
    }

    @PutMapping(produces = "application/json")
    ResponseEntity<Shown> put(
            CurrentUser user,
            @PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewWorkflow body) {
        return answer(edits.put(key, new UserId(user.id()), Version.required(ifMatch), body));
    }

    /** The version was read first: where they differ it is too old, and a change of it is refused. */
    private ResponseEntity<Shown> answer(Project project) {
        var transitions = workflows.of(project.id()).transitions();
        return ResponseEntity.ok().eTag(Version.tag(project.version())).body(new Shown(transitions, project.version()));
    }
}
