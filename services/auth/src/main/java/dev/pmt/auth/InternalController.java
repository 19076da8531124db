package dev.pmt.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pmt.auth.links.LinkDesk;
import dev.pmt.auth.tokens.AccessTokens;
import dev.pmt.auth.tokens.KeyRotation;
import dev.pmt.auth.users.Email;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.Users;
import dev.pmt.shared.web.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors for the edge of this installation, which nobody outside can reach. */
@RestController
@RequestMapping("/internal")
class InternalController {

    private final LinkDesk links;
    private final Users users;
    private final AccessTokens tokens;
    private final KeyRotation rotation;

    InternalController(LinkDesk links, Users users, AccessTokens tokens, KeyRotation rotation) {
        this.links = links;
        this.users = users;
        this.tokens = tokens;
        this.rotation = rotation;
    }

    /** Makes a link for the first administrator; 204 when there is one already. */
    @PostMapping("/setup-link")
    ResponseEntity<SetupLink> setupLink() {
        return links.inviteFirstAdministrator()
                .map(link -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new SetupLink(link.url(), link.expiresAt())))
                .orElse(ResponseEntity.noContent().build());
    }

    /** Issues an access token for a person, by default the administrator who has been here longest. */
    @PostMapping("/tokens")
    ResponseEntity<TokenAnswer> token(@RequestBody(required = false) @Nullable TokenRequest request) {
        var user = request == null || request.as() == null ? administrator() : named(request.as());
        var issued = tokens.issue(user);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TokenAnswer(issued.token(), issued.lifetime().toSeconds(), Person.of(user)));
    }

    /** Makes a new signing key; it signs after the time that every cache of public keys needs to learn it. */
    @PostMapping("/keys/rotate")
    ResponseEntity<KeyRotation.Successor> rotate() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(rotation.rotate());
    }

    private User administrator() {
        return users.oldestAdministrator()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.CONFLICT,
                        "no-administrator",
                        "There is no administrator yet; open the one-time link that the server printed at its start."));
    }

    private User named(String email) {
        return Email.parse(email)
                .flatMap(users::find)
                .filter(User::active)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "user-not-found", "There is no active user with this e-mail address."));
    }

    record SetupLink(URI link, Instant expiresAt) {}

    record TokenRequest(@Nullable String as) {}

    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn,
            Person user) {}

    record Person(UUID id, String name, String email, String role) {

        static Person of(User user) {
            return new Person(
                    user.id().value(),
                    user.name(),
                    user.email().value(),
                    user.role().claim());
        }
    }
}
