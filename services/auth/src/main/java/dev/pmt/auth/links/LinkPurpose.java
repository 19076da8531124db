package dev.pmt.auth.links;

import dev.pmt.auth.users.User;

/** What an open link lets its holder do. */
public sealed interface LinkPurpose {

    /** Become the first administrator. */
    record FirstAdministrator() implements LinkPurpose {}

    /** Set the first password of a person whom an administrator added. */
    record Invited(User user) implements LinkPurpose {}

    /** Replace the password of a person who lost theirs. */
    record PasswordReset(User user) implements LinkPurpose {}
}
