package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Sparse;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{key}")
class TaskController {

    private final Tasks tasks;
    private final TaskEdits edits;
    private final TaskMoves moves;
    private final TaskUndo undo;

    TaskController(Tasks tasks, TaskEdits edits, TaskMoves moves, TaskUndo undo) {
        this.tasks = tasks;
        this.edits = edits;
        this.moves = moves;
        this.undo = undo;
    }

    @GetMapping
    @Sparse(Task.class)
    ResponseEntity<Task> get(CurrentUser user, @PathVariable String key) {
        return answer(tasks.get(key, new UserId(user.id())));
    }

    @PatchMapping(
            consumes = {"application/json", "application/merge-patch+json"},
            produces = "application/json")
    ResponseEntity<Task> update(
            CurrentUser user,
            @PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TaskPatch patch) {
        return answer(edits.update(key, new UserId(user.id()), Version.required(ifMatch), patch));
    }

    @PostMapping(path = "/move", produces = "application/json")
    ResponseEntity<Task> move(CurrentUser user, @PathVariable String key, @RequestBody Move move) {
        return answer(moves.move(key, new UserId(user.id()), move));
    }

    @PostMapping(path = "/archive", produces = "application/json")
    ResponseEntity<Task> archive(CurrentUser user, @PathVariable String key) {
        return answer(edits.archive(key, new UserId(user.id()), true));
    }

    @PostMapping(path = "/unarchive", produces = "application/json")
    ResponseEntity<Task> unarchive(CurrentUser user, @PathVariable String key) {
        return answer(edits.archive(key, new UserId(user.id()), false));
    }

    @PostMapping(path = "/undo", produces = "application/json")
    ResponseEntity<Undone> undo(CurrentUser user, @PathVariable String key, @RequestBody Undo body) {
        var undone = undo.undo(key, new UserId(user.id()), body);
        return ResponseEntity.ok().eTag(undone.task().tag()).body(undone);
    }

    private static ResponseEntity<Task> answer(Task task) {
        return ResponseEntity.ok().eTag(task.tag()).body(task);
    }
}
