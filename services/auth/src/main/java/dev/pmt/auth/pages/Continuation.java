package dev.pmt.auth.pages;

/** Where a sign-in leads: back to an authorization request of this server, never anywhere else. */
record Continuation(String path) {

    private static final String AUTHORIZE = "/oauth2/authorize?";
    private static final String HOME = "/";

    /** Takes what the browser sent; anything but an authorization request leads home. */
    static Continuation of(String sent) {
        var safe = sent.startsWith(AUTHORIZE) && sent.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return new Continuation(safe ? sent : HOME);
    }
}
