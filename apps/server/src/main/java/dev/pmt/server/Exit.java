package dev.pmt.server;

/** Exit codes; documented in the README of apps/server. */
enum Exit {
    OK(0),
    FAILED(1),
    USAGE(2),
    PORT_TAKEN(3),
    HOME_IN_USE(4),
    HOME_UNUSABLE(5);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
