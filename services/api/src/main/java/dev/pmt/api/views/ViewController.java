package dev.pmt.api.views;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Version;
import java.net.URI;
import java.util.UUID;
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
@RequestMapping("/api/v1/projects/{key}/views")
class ViewController {

    private static final String LIST = "views";
    private static final int USUAL_PAGE = 25;
    private static final UUID FIRST = new UUID(0, 0);

    private final Projects projects;
    private final SavedViews views;
    private final ViewEdits edits;

    ViewController(Projects projects, SavedViews views, ViewEdits edits) {
        this.projects = projects;
        this.views = views;
        this.edits = edits;
    }

    @GetMapping
    Page<SavedView> list(
            CurrentUser caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var user = new UserId(caller.id());
        var project = projects.get(key, user);
        var after = Cursor.parse(cursor, LIST, 1).map(from -> from.id(0)).orElse(FIRST);
        var found = views.list(project.id(), user, after, size + 1);
        return Page.of(found, size, view -> Cursor.of(LIST, view.id()));
    }

    @PostMapping(produces = "application/json")
    ResponseEntity<SavedView> create(CurrentUser caller, @PathVariable String key, @RequestBody ViewContent.New body) {
        var view = edits.create(key, new UserId(caller.id()), body);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + key + "/views/" + view.id()))
                .eTag(Version.tag(view.version()))
                .body(view);
    }

    @GetMapping("/{viewId}")
    ResponseEntity<SavedView> get(CurrentUser caller, @PathVariable String key, @PathVariable ViewId viewId) {
        var user = new UserId(caller.id());
        return answer(views.get(projects.get(key, user).id(), user, viewId));
    }

    @PatchMapping(
            path = "/{viewId}",
            consumes = {"application/json", "application/merge-patch+json"},
            produces = "application/json")
    ResponseEntity<SavedView> update(
            CurrentUser caller,
            @PathVariable String key,
            @PathVariable ViewId viewId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ViewPatch patch) {
        return answer(edits.update(key, new UserId(caller.id()), viewId, Version.required(ifMatch), patch));
    }

    @DeleteMapping("/{viewId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser caller, @PathVariable String key, @PathVariable ViewId viewId) {
        edits.remove(key, new UserId(caller.id()), viewId);
    }

    private static ResponseEntity<SavedView> answer(SavedView view) {
        return ResponseEntity.ok().eTag(Version.tag(view.version())).body(view);
    }
}
