package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/v1/projects/{key}/board")
class BoardController {

    private static final int USUAL_WINDOW = 50;

    private final Projects projects;
    private final Cards cards;
    private final Lanes lanes;

    BoardController(Projects projects, Cards cards, Lanes lanes) {
        this.projects = projects;
        this.cards = cards;
        this.lanes = lanes;
    }

    /** Reads the revision before the cards: a write in between makes the tag too old, which costs a read, never a change. */
    @GetMapping
    @Nullable
    ResponseEntity<Board> board(
            CurrentUser user,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer limit,
            WebRequest request) {
        var size = Limit.of(limit, USUAL_WINDOW);
        var project = projects.get(key, new UserId(user.id()));
        var tag = "\"%d-%d-%s\""
                .formatted(project.revision(), size, project.role().wireName());
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok().eTag(tag).body(new Board(project, columns(project, size)));
    }

    @GetMapping("/columns/{statusId}")
    Page<Card> column(
            CurrentUser user,
            @PathVariable String key,
            @PathVariable StatusId statusId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_WINDOW);
        var project = projects.get(key, new UserId(user.id()));
        if (project.status(statusId).isEmpty()) {
            throw Projects.missingStatus(key, statusId);
        }
        return cards.window(project, statusId, cursor, size);
    }

    @GetMapping("/lanes")
    BoardLanes lanes(
            CurrentUser caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String by,
            WebRequest request) {
        var user = new UserId(caller.id());
        var kind = LaneKind.of(by);
        var filter = TaskQuery.read(request, user);
        return new BoardLanes(lanes.count(projects.get(key, user), kind, filter));
    }

    /** The lanes of a board. */
    record BoardLanes(List<Lane> lanes) {}

    private List<Board.Column> columns(Project project, int size) {
        var counts = cards.counts(project);
        var windows = cards.firstWindows(project, size).stream().collect(Collectors.groupingBy(Card::statusId));
        return project.statuses().stream()
                .map(status -> {
                    var window = Cards.page(windows.getOrDefault(status.id(), List.of()), size);
                    var count = counts.getOrDefault(status.id(), 0L);
                    return new Board.Column(status, count, window.items(), window.next());
                })
                .toList();
    }
}
