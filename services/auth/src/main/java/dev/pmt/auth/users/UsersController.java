package dev.pmt.auth.users;

import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The users API of {@code contract/openapi.yaml}. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UsersController {

    private final Users users;
    private final Registration registration;

    UsersController(Users users, Registration registration) {
        this.users = users;
        this.registration = registration;
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
        if (creator.role() != Role.ADMIN) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Only administrators add users; ask one of them.");
        }
        var created = registration.register(request);
        return ResponseEntity.created(
                        URI.create("/api/v1/users/" + created.user().id()))
                .body(created);
    }

    @GetMapping("/me")
    UserView me(CurrentUser viewer) {
        return get(viewer, viewer.id());
    }

    @GetMapping("/{id}")
    UserView get(CurrentUser viewer, @PathVariable UUID id) {
        return users.find(new UserId(id))
                .map(user -> UserView.of(user, viewer))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "user-not-found", "There is no user with this id: " + id));
    }

    private static ProblemException unknownCursor() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "invalid-cursor", "cursor must be the next of the page before.");
    }
}
