package dev.pmt.auth.account;

import dev.pmt.auth.users.Administration;
import dev.pmt.auth.users.Invitations.Invitation;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.UserView;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Version;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Profile and password of {@code contract/openapi.yaml}. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {

    private final Profiles profiles;
    private final Passwords passwords;
    private final Administration administration;

    AccountController(Profiles profiles, Passwords passwords, Administration administration) {
        this.profiles = profiles;
        this.passwords = passwords;
        this.administration = administration;
    }

    @GetMapping("/me")
    ResponseEntity<UserView> me(CurrentUser viewer) {
        return answer(profiles.get(new UserId(viewer.id())));
    }

    @PatchMapping(
            path = "/me",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<UserView> update(
            CurrentUser viewer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProfilePatch patch) {
        return answer(profiles.change(new UserId(viewer.id()), Version.required(ifMatch), patch));
    }

    @PostMapping(path = "/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(AccountHolder holder, @RequestBody PasswordRequest wanted, HttpServletRequest request) {
        passwords.change(holder, wanted, request.getRemoteAddr());
    }

    /** Is here with the doors of one's own password, since an administrator may reset theirs. */
    @PostMapping("/{id}/reset-link")
    ResponseEntity<Invitation> resetLink(CurrentUser actor, AccountHolder holder, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(administration.resetLink(actor, new UserId(id)));
    }

    private static ResponseEntity<UserView> answer(User user) {
        return ResponseEntity.ok().eTag(Version.tag(user.version())).body(UserView.complete(user));
    }
}
