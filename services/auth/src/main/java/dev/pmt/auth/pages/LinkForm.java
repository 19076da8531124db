package dev.pmt.auth.pages;

import dev.pmt.auth.credentials.PasswordRule;
import dev.pmt.auth.users.Email;
import dev.pmt.auth.users.User;

/**
 * What somebody filled in on the page behind a one-time link.
 *
 * @param repeat the password once more, since nobody can see what they type
 */
record LinkForm(String name, String email, String password, String repeat) {

    static final LinkForm EMPTY = new LinkForm("", "", "", "");

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "LinkForm[]";
    }

    /** Says what is wrong with each field; empty where nothing is. */
    Errors check(PasswordRule rule) {
        return new Errors(
                nameError(), emailError(), rule.objection(password, email).orElse(""), repeatError());
    }

    private String nameError() {
        if (name.isBlank()) {
            return "Enter your name, as others shall see it.";
        }
        if (name.strip().length() > User.MAX_NAME) {
            return "Use at most " + User.MAX_NAME + " characters.";
        }
        return User.isName(name) ? "" : "Leave out characters that cannot be seen.";
    }

    private String emailError() {
        return Email.parse(email).isPresent() ? "" : "Enter an e-mail address such as name@example.org.";
    }

    private String repeatError() {
        return password.equals(repeat) ? "" : "The two passwords differ.";
    }

    record Errors(String name, String email, String password, String repeat) {

        static final Errors NONE = new Errors("", "", "", "");
        static final Errors EMAIL_TAKEN = new Errors("", "Somebody already signs in with this address.", "", "");

        boolean any() {
            return !equals(NONE);
        }
    }
}
