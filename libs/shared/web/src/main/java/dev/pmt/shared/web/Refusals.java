package dev.pmt.shared.web;

/** Sentences that more than one refusal uses. */
final class Refusals {

    static final String SIGN_IN = "Sign in, or send a valid bearer token.";
    static final String SCOPE = "This access token may only read; make one with the scope write.";
    static final String FORBIDDEN = "Your role does not allow this.";

    private Refusals() {}
}
