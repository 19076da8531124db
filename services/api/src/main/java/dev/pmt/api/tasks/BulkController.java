package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Projects;
import dev.pmt.shared.web.CurrentUser;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/bulk-changes")
class BulkController {

    private final Projects projects;
    private final BulkStart start;
    private final BulkChanges changes;

    BulkController(Projects projects, BulkStart start, BulkChanges changes) {
        this.projects = projects;
        this.start = start;
        this.changes = changes;
    }

    @PostMapping(produces = "application/json")
    ResponseEntity<BulkChange> create(CurrentUser user, @PathVariable String key, @RequestBody NewBulkChange body) {
        return begun(start.change(key, new UserId(user.id()), body));
    }

    @PostMapping(path = "/preview", produces = "application/json")
    BulkChange.Preview preview(CurrentUser user, @PathVariable String key, @RequestBody NewBulkChange body) {
        return start.preview(key, new UserId(user.id()), body);
    }

    @GetMapping("/{bulkChangeId}")
    BulkChange get(CurrentUser user, @PathVariable String key, @PathVariable BulkChangeId bulkChangeId) {
        var reader = new UserId(user.id());
        return changes.get(projects.get(key, reader).key(), reader, bulkChangeId);
    }

    @PostMapping(path = "/{bulkChangeId}/undo", produces = "application/json")
    ResponseEntity<BulkChange> undo(
            CurrentUser user, @PathVariable String key, @PathVariable BulkChangeId bulkChangeId) {
        return begun(start.undo(key, new UserId(user.id()), bulkChangeId));
    }

    private static ResponseEntity<BulkChange> begun(BulkChange change) {
        var status = change.finishedAt() == null ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/projects/" + change.projectKey() + "/bulk-changes/"
                        + change.id().value()))
                .body(change);
    }
}
