package dev.pmt.auth.apitokens;

import dev.pmt.auth.users.User;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a new API token. */
record NewApiToken(
        @NotNull(message = "must be given")
        @Size(max = User.MAX_NAME, message = "must have at most {max} characters")
        @Pattern(regexp = User.NAME, message = "must not be blank and have no control characters")
        String name,

        @NotNull(message = "must be given") @Size(min = 1, max = 2, message = "must name read or write, or both")
        List<
                        @NotNull(message = "must be read or write")
                        @Pattern(regexp = "read|write", message = "must be read or write") String>
                scopes,

        @Nullable String expiresAt) {

    List<Scope> granted() {
        return scopes.contains(Scope.WRITE.claim()) ? Scope.ALL : Scope.READ_ONLY;
    }
}
