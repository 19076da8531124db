package dev.pmt.shared.web;

import java.util.Locale;

/** The global role that a token carries. */
public enum Role {
    /** Administers the installation. */
    ADMIN,
    /** Works in projects and creates them. */
    MEMBER,
    /** Sees only what it was invited to. */
    GUEST,
    /** Is no person but a service of this installation, known by its key. */
    SERVICE;

    /** Returns the value of the {@code role} claim, in lower case. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a {@code role} claim. @throws IllegalArgumentException when the role is not known */
    public static Role ofClaim(String claim) {
        return valueOf(claim.toUpperCase(Locale.ROOT));
    }
}
