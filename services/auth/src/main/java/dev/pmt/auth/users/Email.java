package dev.pmt.auth.users;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as its owner writes it; two that differ only in case are the same person's. */
public record Email(String value) {

    /** The longest address that SMTP can carry (RFC 5321, section 4.5.3.1.3). */
    static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile("[^\\s\\p{Cc}\\p{Cs}@]+@[^\\s\\p{Cc}\\p{Cs}@]+");

    /** Checks length and shape; whether somebody reads it only a message can tell. */
    public Email {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("email must look like name@example.org and have at most 254 characters");
        }
    }

    /** Reads what somebody typed, without the blanks around it; empty when it is not an address. */
    public static Optional<Email> parse(String typed) {
        var text = typed.strip();
        return text.length() <= MAX_LENGTH && SHAPE.matcher(text).matches()
                ? Optional.of(new Email(text))
                : Optional.empty();
    }

    /** Returns the form under which addresses are compared. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
