package dev.pmt.auth.pages;

/** Where a sign-in leads: back to an authorization request of this server, never anywhere else. */
record Continuation(String parameter) {

    private static final String AUTHORIZE = "/oauth2/authorize?";

    /** Takes what the browser sent; anything but an authorization request counts as nothing. */
    static Continuation of(String sent) {
        var safe = sent.startsWith(AUTHORIZE) && sent.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return new Continuation(safe ? sent : "");
    }

    String path() {
        return parameter.isEmpty() ? "/" : parameter;
    }
}
