package dev.pmt.auth.users;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What an administrator says about somebody who shall be able to sign in. */
record NewUser(
        @NotNull(message = "must be given")
        @Pattern(regexp = User.NAME, message = "must not be blank and have no control characters")
        @Size(max = User.MAX_NAME, message = "must have at most {max} characters")
        String name,

        @NotNull(message = "must be given")
        @Size(max = Email.MAX_LENGTH, message = "must have at most {max} characters")
        @Pattern(
                regexp = "\\s*[^\\s\\p{Cc}\\p{Cs}@]+@[^\\s\\p{Cc}\\p{Cs}@]+\\s*",
                message = "must look like name@example.org")
        String email,

        @NotNull(message = "must be given")
        @Pattern(regexp = "admin|member|guest", message = "must be admin, member or guest")
        String role) {}
