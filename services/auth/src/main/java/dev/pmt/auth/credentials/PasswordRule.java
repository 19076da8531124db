package dev.pmt.auth.credentials;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what is wrong with a password somebody wants to have; length is what counts (NIST SP 800-63B, section 3.1.1.2). */
@Component
public class PasswordRule {

    private final PasswordSettings settings;

    PasswordRule(PasswordSettings settings) {
        this.settings = settings;
    }

    /** Returns the sentence to show, or empty when the password is fine for the owner of this e-mail address. */
    public Optional<String> objection(String password, String email) {
        var length = password.codePointCount(0, password.length());
        if (length < settings.minLength()) {
            return Optional.of("Use at least " + settings.minLength() + " characters.");
        }
        if (length > settings.maxLength()) {
            return Optional.of("Use at most " + settings.maxLength() + " characters.");
        }
        if (!isUnicode(password)) {
            return Optional.of("Leave out characters that are not Unicode.");
        }
        if (password.strip().equalsIgnoreCase(email.strip())) {
            return Optional.of("Choose something other than your e-mail address.");
        }
        return Optional.empty();
    }

    /** Answers whether the text has an encoding that can be hashed: it holds no half of a surrogate pair. */
    static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /** Returns the rule in one line, to show before anybody breaks it. */
    public String hint() {
        return "At least " + settings.minLength() + " characters; a few words work well.";
    }
}
