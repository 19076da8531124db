package dev.pmt.shared.web;

/** Sentences that more than one refusal uses. */
final class Refusals {

    static final String SIGN_IN = "Sign in, or send a valid bearer token.";
    static final String KEYS =
            "Whether your token is valid cannot be verified just now, because the sign-in service does not answer. Try again soon.";
    static final String SCOPE = "This access token may only read; make one with the scope write.";
    static final String FORBIDDEN = "Your role does not allow this.";

    private Refusals() {}
}
