package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.Sparse;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import dev.pmt.shared.web.Version;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

    private static final String LIST = "projects";
    private static final int USUAL_PAGE = 25;

    private final Projects projects;
    private final ProjectEdits edits;
    private final StatusEdits statuses;

    ProjectController(Projects projects, ProjectEdits edits, StatusEdits statuses) {
        this.projects = projects;
        this.edits = edits;
        this.statuses = statuses;
    }

    @GetMapping
    @Sparse(Project.class)
    Page<Project> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var after = Cursor.parse(cursor, LIST, 1).map(c -> c.string(0)).orElse("");
        var found = projects.list(new UserId(user.id()), after, size + 1);
        return Page.of(found, size, project -> Cursor.of(LIST, project.key()));
    }

    @PostMapping(produces = "application/json")
    ResponseEntity<Project> create(CurrentUser user, @RequestBody NewProject body) {
        if (user.role() == Role.GUEST) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Guests may not create projects.");
        }
        var project = edits.create(body.check(), new UserId(user.id()));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + project.key()))
                .eTag(Version.tag(project.version()))
                .body(project);
    }

    @GetMapping("/{key}")
    ResponseEntity<Project> get(CurrentUser user, @PathVariable String key) {
        return answer(projects.get(key, new UserId(user.id())));
    }

    @PatchMapping(
            path = "/{key}",
            consumes = {"application/json", "application/merge-patch+json"},
            produces = "application/json")
    ResponseEntity<Project> update(
            CurrentUser user,
            @PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProjectPatch patch) {
        return answer(edits.update(key, new UserId(user.id()), Version.required(ifMatch), patch));
    }

    @PutMapping(path = "/{key}/statuses", produces = "application/json")
    ResponseEntity<Project> putStatuses(
            CurrentUser user,
            @PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewStatuses body) {
        return answer(statuses.put(key, new UserId(user.id()), Version.required(ifMatch), body));
    }

    @PatchMapping(
            path = "/{key}/statuses/{statusId}",
            consumes = {"application/json", "application/merge-patch+json"},
            produces = "application/json")
    ResponseEntity<Project> updateStatus(
            CurrentUser user,
            @PathVariable String key,
            @PathVariable StatusId statusId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody StatusPatch patch) {
        return answer(statuses.update(key, new UserId(user.id()), Version.required(ifMatch), statusId, patch));
    }

    private static ResponseEntity<Project> answer(Project project) {
        return ResponseEntity.ok().eTag(Version.tag(project.version())).body(project);
    }
}
