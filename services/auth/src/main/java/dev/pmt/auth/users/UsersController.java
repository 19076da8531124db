package dev.pmt.auth.users;

import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The users API of {@code contract/openapi.yaml}. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UsersController {

    private final Users users;
    private final Administration administration;

    UsersController(Users users, Administration administration) {
        this.users = users;
        this.administration = administration;
    }

    @GetMapping
    UserPage list(
            CurrentUser viewer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 100, message = "must be at most 100")
                    int limit) {
        var after = cursor == null ? null : UserId.parse(cursor).orElseThrow(UsersController::unknownCursor);
        var found = users.page(after, limit + 1);
        var page = found.stream().limit(limit).toList();
        var next = found.size() > limit ? page.getLast().id().toString() : null;
        return new UserPage(page.stream().map(user -> UserView.of(user, viewer)).toList(), next);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CreatedUser> create(CurrentUser creator, @Valid @RequestBody NewUser request) {
        var created = administration.add(creator, request);
        return ResponseEntity.created(
                        URI.create("/api/v1/users/" + created.user().id()))
                .eTag(Version.tag(created.user().version()))
                .cacheControl(CacheControl.noStore())
                .body(created);
    }

    @GetMapping("/{id}")
    ResponseEntity<UserView> get(CurrentUser viewer, @PathVariable UUID id) {
        return users.find(new UserId(id))
                .map(user -> answer(user, viewer))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "user-not-found", "There is no user with this id: " + id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<UserView> update(
            CurrentUser actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UserPatch patch) {
        return answer(administration.change(actor, new UserId(id), Version.required(ifMatch), patch), actor);
    }

    @PostMapping("/{id}/deactivate")
    ResponseEntity<UserView> deactivate(CurrentUser actor, @PathVariable UUID id) {
        return answer(administration.deactivate(actor, new UserId(id)), actor);
    }

    @PostMapping("/{id}/activate")
    ResponseEntity<UserView> activate(CurrentUser actor, @PathVariable UUID id) {
        return answer(administration.activate(actor, new UserId(id)), actor);
    }

    private static ResponseEntity<UserView> answer(User user, CurrentUser viewer) {
        return ResponseEntity.ok().eTag(Version.tag(user.version())).body(UserView.of(user, viewer));
    }

    private static ProblemException unknownCursor() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "invalid-cursor", "cursor must be the next of the page before.");
    }
}
