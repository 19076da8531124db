package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{key}/comments")
class CommentController {

    private static final String LIST = "comments";
    private static final int USUAL_PAGE = 25;
    private static final UUID FIRST = new UUID(0, 0);

    private final Tasks tasks;
    private final Comments comments;
    private final CommentEdits edits;

    CommentController(Tasks tasks, Comments comments, CommentEdits edits) {
        this.tasks = tasks;
        this.comments = comments;
        this.edits = edits;
    }

    @GetMapping
    Page<Comment> list(
            CurrentUser user,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var task = tasks.get(key, new UserId(user.id()));
        var after = Cursor.parse(cursor, LIST, 1).map(from -> from.id(0)).orElse(FIRST);
        var found = comments.list(task.id(), after, size + 1);
        return Page.of(found, size, comment -> Cursor.of(LIST, comment.id()));
    }

    @PostMapping(produces = "application/json")
    ResponseEntity<Comment> add(CurrentUser user, @PathVariable String key, @RequestBody NewComment body) {
        return answer(HttpStatus.CREATED, edits.add(key, new UserId(user.id()), body));
    }

    @PatchMapping(
            path = "/{commentId}",
            consumes = {"application/json", "application/merge-patch+json"},
            produces = "application/json")
    ResponseEntity<Comment> update(
            CurrentUser user,
            @PathVariable String key,
            @PathVariable CommentId commentId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CommentPatch patch) {
        var version = Version.required(ifMatch);
        return answer(HttpStatus.OK, edits.update(key, commentId, new UserId(user.id()), version, patch));
    }

    @DeleteMapping("/{commentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, @PathVariable String key, @PathVariable CommentId commentId) {
        edits.delete(key, commentId, new UserId(user.id()));
    }

    @PutMapping(path = "/{commentId}/reactions/{emoji}", produces = "application/json")
    ResponseEntity<Comment> react(
            CurrentUser user, @PathVariable String key, @PathVariable CommentId commentId, @PathVariable String emoji) {
        return answer(HttpStatus.OK, edits.react(key, commentId, new UserId(user.id()), Emoji.parse(emoji)));
    }

    @DeleteMapping("/{commentId}/reactions/{emoji}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unreact(
            CurrentUser user, @PathVariable String key, @PathVariable CommentId commentId, @PathVariable String emoji) {
        edits.unreact(key, commentId, new UserId(user.id()), Emoji.parse(emoji));
    }

    private static ResponseEntity<Comment> answer(HttpStatus status, Comment comment) {
        return ResponseEntity.status(status)
                .eTag(Version.tag(comment.version()))
                .body(comment);
    }
}
