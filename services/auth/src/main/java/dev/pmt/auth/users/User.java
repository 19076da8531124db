package dev.pmt.auth.users;

import dev.pmt.shared.web.Role;
import java.time.Instant;

/**
 * A person who may sign in while active.
 *
 * @param name how others see them, 1 to 100 characters
 * @param role what they may do across the installation
 * @param version grows with every change, from 1
 */
public record User(UserId id, Email email, String name, Role role, boolean active, Instant createdAt, long version) {

    /** The longest name, in characters. */
    public static final int MAX_NAME = 100;

    /** What a name looks like: something to see, no control characters, no halves of surrogate pairs. */
    public static final String NAME = "(?s)(?=.*\\P{javaWhitespace})[^\\p{Cc}\\p{Cs}]*";

    /** Strips the name and checks its length. */
    public User {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("name must have 1 to 100 characters: " + name.length());
        }
    }

    /** Describes a person who is added now. */
    public static User added(UserId id, Email email, String name, Role role, Instant now) {
        return new User(id, email, name, role, true, now, 1);
    }

    /** Answers whether the text can be somebody's name, blanks around it aside. */
    public static boolean isName(String text) {
        return text.strip().length() <= MAX_NAME && text.matches(NAME);
    }

    /** Answers whether the person administers the installation now. */
    public boolean administers() {
        return active && role == Role.ADMIN;
    }
}
