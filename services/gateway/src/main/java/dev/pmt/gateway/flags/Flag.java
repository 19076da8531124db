package dev.pmt.gateway.flags;

import dev.pmt.gateway.traffic.RefusedRule;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A switch with a name.
 *
 * @param salt random, one for each flag, so that not always the same users are the first
 * @param version grows with every change
 * @param changedBy who made this version, as far as the edge can know it
 */
public record Flag(String key, Rule rule, String salt, long version, Instant changedAt, String changedBy) {

    private static final int LONGEST = 60;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Checks the key. */
    public Flag {
        checkKey(key);
    }

    /** Returns the key. @throws RefusedRule unless it is in kebab-case and not too long */
    public static String checkKey(String key) {
        if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
            throw new RefusedRule(
                    "key must be lower-case words with - between them, at most " + LONGEST + " characters: " + key);
        }
        return key;
    }

    Flag changed(Rule wanted, Instant at, String by) {
        return new Flag(key, wanted, salt, version + 1, at, by);
    }
}
