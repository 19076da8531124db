package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/members")
class MemberController {

    private static final String LIST = "members";
    private static final int USUAL_PAGE = 25;
    private static final UUID FIRST = new UUID(0, 0);

    private final Projects projects;
    private final Members members;
    private final MemberEdits edits;

    MemberController(Projects projects, Members members, MemberEdits edits) {
        this.projects = projects;
        this.members = members;
        this.edits = edits;
    }

    @GetMapping
    Page<Member> list(
            CurrentUser caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var project = projects.get(key, new UserId(caller.id()));
        var from = Cursor.parse(cursor, LIST, 2);
        var since = from.map(c -> c.time(0)).orElse(Instant.EPOCH);
        var after = from.map(c -> c.id(1)).orElse(FIRST);
        var found = members.list(project.id(), since, after, size + 1);
        return Page.of(found, size, member -> Cursor.of(LIST, member.since(), member.userId()));
    }

    @GetMapping("/{userId}")
    Member get(CurrentUser caller, @PathVariable String key, @PathVariable UserId userId) {
        var project = projects.get(key, new UserId(caller.id()));
        return members.find(project.id(), userId).orElseThrow(() -> MemberEdits.missing(userId));
    }

    @PutMapping(path = "/{userId}", produces = "application/json")
    Member put(
            CurrentUser caller, @PathVariable String key, @PathVariable UserId userId, @RequestBody MemberRole body) {
        return edits.put(key, new UserId(caller.id()), userId, body.check());
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser caller, @PathVariable String key, @PathVariable UserId userId) {
        edits.remove(key, new UserId(caller.id()), userId);
    }

    /** The body of a request that sets a member's role. */
    record MemberRole(@Nullable ProjectRole role) {

        ProjectRole check() {
            var faults = new Faults();
            faults.check(role != null, "role", "role must be given: viewer, member, maintainer or owner");
            faults.refuse();
            return Objects.requireNonNull(role);
        }
    }
}
