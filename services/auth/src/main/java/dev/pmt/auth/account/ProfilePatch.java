package dev.pmt.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.pmt.auth.users.User;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody changes about themselves. No record: there Jackson cannot tell null from what is left out. */
final class ProfilePatch {

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(max = User.MAX_NAME, message = "must have at most {max} characters")
    @Pattern(regexp = User.NAME, message = "must not be blank and have no control characters")
    private @Nullable String name;

    String nameOr(String old) {
        return name == null ? old : name.strip();
    }
}
