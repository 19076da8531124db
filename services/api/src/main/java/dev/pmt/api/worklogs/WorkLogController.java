package dev.pmt.api.worklogs;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.tasks.TaskPlaces;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Version;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{key}/work-logs")
class WorkLogController {

    private final TaskPlaces places;
    private final WorkLogs logs;
    private final WorkLogEdits edits;

    WorkLogController(TaskPlaces places, WorkLogs logs, WorkLogEdits edits) {
        this.places = places;
        this.logs = logs;
        this.edits = edits;
    }

    @GetMapping
    WorkLogList list(CurrentUser user, @PathVariable String key) {
        var place = places.see(key, new UserId(user.id()));
        return WorkLogList.of(logs.list(place.task()), WorkLogEdits.MOST);
    }

    @PostMapping(produces = "application/json")
    ResponseEntity<WorkLog> add(CurrentUser user, @PathVariable String key, @RequestBody NewWorkLog body) {
        return answer(HttpStatus.CREATED, edits.add(key, new UserId(user.id()), body));
    }

    @PatchMapping(
            path = "/{workLogId}",
            consumes = {"application/json", "application/merge-patch+json"},
            produces = "application/json")
    ResponseEntity<WorkLog> update(
            CurrentUser user,
            @PathVariable String key,
            @PathVariable WorkLogId workLogId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WorkLogPatch patch) {
        var version = Version.required(ifMatch);
        return answer(HttpStatus.OK, edits.update(key, workLogId, new UserId(user.id()), version, patch));
    }

    @DeleteMapping("/{workLogId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, @PathVariable String key, @PathVariable WorkLogId workLogId) {
        edits.delete(key, workLogId, new UserId(user.id()));
    }

    private static ResponseEntity<WorkLog> answer(HttpStatus status, WorkLog log) {
        return ResponseEntity.status(status).eTag(Version.tag(log.version())).body(log);
    }
}
