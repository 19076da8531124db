package dev.pmt.auth.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.pmt.shared.web.Role;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an administrator changes about somebody. No record: there Jackson cannot tell null from what is left out. */
final class UserPatch {

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(max = User.MAX_NAME, message = "must have at most {max} characters")
    @Pattern(regexp = User.NAME, message = "must not be blank and have no control characters")
    private @Nullable String name;

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Pattern(regexp = "admin|member|guest", message = "must be admin, member or guest")
    private @Nullable String role;

    String nameOr(String old) {
        return name == null ? old : name.strip();
    }

    Role roleOr(Role old) {
        return role == null ? old : Role.ofClaim(role);
    }
}
