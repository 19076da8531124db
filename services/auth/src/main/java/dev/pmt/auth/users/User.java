package dev.pmt.auth.users;

import dev.pmt.shared.web.Role;
import java.time.Instant;

/**
 * A person who may sign in while active.
 *
 * @param name how others see them, 1 to 100 characters
 * @param role what they may do across the installation
 */
public record User(UserId id, Email email, String name, Role role, boolean active, Instant createdAt) {

    /** The longest name, in characters. */
    public static final int MAX_NAME = 100;

    /** Strips the name and checks its length. */
    public User {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("name must have 1 to 100 characters: " + name.length());
        }
    }

    /** Answers whether the person administers the installation now. */
    public boolean administers() {
        return active && role == Role.ADMIN;
    }
}
