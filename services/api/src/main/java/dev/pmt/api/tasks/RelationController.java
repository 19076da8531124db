package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{key}/relations")
class RelationController {

    private final Tasks tasks;
    private final Relations relations;
    private final RelationEdits edits;

    RelationController(Tasks tasks, Relations relations, RelationEdits edits) {
        this.tasks = tasks;
        this.relations = relations;
        this.edits = edits;
    }

    /** A task has so few that one page holds them all. */
    @GetMapping
    Page<Relation> list(CurrentUser caller, @PathVariable String key) {
        var user = new UserId(caller.id());
        return new Page<>(relations.list(tasks.get(key, user).id(), user), null);
    }

    @PostMapping(produces = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    Relation add(CurrentUser caller, @PathVariable String key, @RequestBody NewRelation body) {
        return edits.add(key, new UserId(caller.id()), body);
    }

    @DeleteMapping("/{relationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser caller, @PathVariable String key, @PathVariable UUID relationId) {
        edits.remove(key, new UserId(caller.id()), relationId);
    }
}
