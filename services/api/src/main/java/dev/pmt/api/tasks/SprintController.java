package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.Version;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/sprints")
class SprintController {

    private static final int USUAL_PAGE = 25;
    private static final List<String> STATES =
            Arrays.stream(SprintState.values()).map(WireName::of).toList();

    private final Sprints sprints;
    private final SprintEdits edits;
    private final SprintStates states;
    private final Projects projects;

    SprintController(Sprints sprints, SprintEdits edits, SprintStates states, Projects projects) {
        this.sprints = sprints;
        this.edits = edits;
        this.states = states;
        this.projects = projects;
    }

    /** The body of a request that completes a sprint. */
    record Completion(@Nullable SprintId carryOverTo) {}

    @GetMapping
    Page<Sprint> list(
            CurrentUser caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var user = new UserId(caller.id());
        var size = Limit.of(limit, USUAL_PAGE);
        var wanted = state == null ? List.<String>of() : state;
        var faults = new Faults();
        for (var name : wanted) {
            faults.check(
                    STATES.contains(name),
                    "state",
                    "state must be one of " + String.join(", ", STATES) + ": " + Excerpt.of(name));
        }
        faults.refuse();
        var project = projects.get(key, user);
        var parsed = wanted.stream()
                .map(name -> WireName.parse(SprintState.class, name))
                .toList();
        return sprints.list(project.key(), user, parsed, cursor, size);
    }

    @PostMapping(produces = "application/json")
    ResponseEntity<Sprint> create(CurrentUser user, @PathVariable String key, @RequestBody NewSprint body) {
        var sprint = edits.create(key, new UserId(user.id()), body);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + sprint.projectKey() + "/sprints/" + sprint.id()))
                .eTag(sprint.tag())
                .body(sprint);
    }

    @GetMapping("/{sprintId}")
    ResponseEntity<Sprint> get(CurrentUser user, @PathVariable String key, @PathVariable SprintId sprintId) {
        return answer(sprints.get(key, sprintId, new UserId(user.id())));
    }

    @PatchMapping(
            path = "/{sprintId}",
            consumes = {"application/json", "application/merge-patch+json"},
            produces = "application/json")
    ResponseEntity<Sprint> update(
            CurrentUser user,
            @PathVariable String key,
            @PathVariable SprintId sprintId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SprintPatch patch) {
        return answer(edits.update(key, sprintId, new UserId(user.id()), Version.required(ifMatch), patch));
    }

    @DeleteMapping("/{sprintId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, @PathVariable String key, @PathVariable SprintId sprintId) {
        edits.delete(key, sprintId, new UserId(user.id()));
    }

    @PostMapping(path = "/{sprintId}/start", produces = "application/json")
    ResponseEntity<Sprint> start(CurrentUser user, @PathVariable String key, @PathVariable SprintId sprintId) {
        return answer(states.start(key, sprintId, new UserId(user.id())));
    }

    @PostMapping(path = "/{sprintId}/complete", produces = "application/json")
    ResponseEntity<Sprint> complete(
            CurrentUser user, @PathVariable String key, @PathVariable SprintId sprintId, @RequestBody Completion body) {
        return answer(states.complete(key, sprintId, new UserId(user.id()), body.carryOverTo));
    }

    @PostMapping(path = "/{sprintId}/reopen", produces = "application/json")
    ResponseEntity<Sprint> reopen(CurrentUser user, @PathVariable String key, @PathVariable SprintId sprintId) {
        return answer(states.reopen(key, sprintId, new UserId(user.id())));
    }

    private static ResponseEntity<Sprint> answer(Sprint sprint) {
        return ResponseEntity.ok().eTag(sprint.tag()).body(sprint);
    }
}
