package dev.pmt.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The password somebody has and the one they want. */
record PasswordRequest(
        @Nullable String current,
        @JsonProperty("new") @Nullable String replacement) {

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
