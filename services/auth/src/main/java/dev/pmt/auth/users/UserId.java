package dev.pmt.auth.users;

import java.util.Optional;
import java.util.UUID;

/** Identifies a person everywhere in PMT; the {@code sub} of their tokens. */
public record UserId(UUID value) {

    /** Reads the canonical text form; empty when it is not one. */
    public static Optional<UserId> parse(String text) {
        try {
            var id = new UserId(UUID.fromString(text));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
