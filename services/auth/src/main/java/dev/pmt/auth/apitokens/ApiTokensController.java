package dev.pmt.auth.apitokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pmt.auth.account.AccountHolder;
import dev.pmt.shared.web.ProblemException;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own API tokens, of {@code contract/openapi.yaml}. */
@RestController
@RequestMapping(path = "/api/v1/users/me/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiTokensController {

    private final ApiTokens tokens;
    private final ApiTokenDesk desk;

    ApiTokensController(ApiTokens tokens, ApiTokenDesk desk) {
        this.tokens = tokens;
        this.desk = desk;
    }

    @GetMapping
    TokenList list(AccountHolder holder) {
        return new TokenList(
                tokens.of(holder.user().id()).stream()
                        .map(token -> TokenView.of(token, null))
                        .toList(),
                null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TokenView> create(AccountHolder holder, @Valid @RequestBody NewApiToken wanted) {
        var made = desk.make(holder.user().id(), wanted);
        return ResponseEntity.created(
                        URI.create("/api/v1/users/me/tokens/" + made.token().id()))
                .cacheControl(CacheControl.noStore())
                .body(TokenView.of(made.token(), made.secret().value()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(AccountHolder holder, @PathVariable UUID id) {
        if (!tokens.revoke(holder.user().id(), id)) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "token-not-found", "You have no API token with this id: " + id);
        }
    }

    record TokenList(List<TokenView> items, @Nullable String next) {}

    record TokenView(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String token) {

        static TokenView of(ApiToken token, @Nullable String secret) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(Scope::claim).toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    secret);
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "TokenView[id=" + id + "]";
        }
    }
}
