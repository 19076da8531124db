package dev.pmt.gateway.flags;

import dev.pmt.gateway.traffic.RefusedRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides about a flag.
 *
 * @param description what it switches
 * @param enabled false: off for everybody, whatever the rollout says
 * @param expires when it should be gone; a reminder, which switches nothing
 */
public record Rule(
        String description,
        boolean enabled,
        Rollout rollout,
        @Nullable LocalDate expires) {

    private static final int LONGEST = 300;

    /** Checks the description. */
    public Rule {
        description = description.strip();
        if (description.isEmpty() || description.length() > LONGEST) {
            throw new RefusedRule("description must say in 1 to " + LONGEST + " characters what the flag switches.");
        }
    }
}
