package dev.pmt.shared.contracts;

import java.util.function.Predicate;

/**
 * Somebody who sends requests.
 *
 * @param authorization the header of this name; empty for a stranger
 * @param own whether an answer holds what only they may see: seeing it proves that what is forbidden would be seen too
 * @param forbidden whether an answer holds what they must not see
 */
public record FuzzCaller(String authorization, Predicate<String> own, Predicate<String> forbidden) {

    /** Makes somebody with a bearer token. */
    public static FuzzCaller bearer(String token, Predicate<String> own, Predicate<String> forbidden) {
        return new FuzzCaller("Bearer " + token, own, forbidden);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "FuzzCaller[]";
    }
}
