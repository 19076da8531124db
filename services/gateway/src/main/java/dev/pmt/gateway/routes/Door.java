package dev.pmt.gateway.routes;

/** What of a caller's credentials reaches the service behind a route. */
public enum Door {
    /** Anybody may come in; no cookies pass. */
    OPEN,
    /** Only with a bearer token, the caller's own or the session's; no cookies pass. */
    TOKEN,
    /** Anybody may come in; cookies pass, except those of the edge. */
    COOKIES
}
