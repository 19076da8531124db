package dev.pmt.gateway.routes;

/** How large and how slow a request through a route may be; the settings hold the figures. */
public enum Load {
    /** A small body, answered within the time limit. */
    NORMAL,
    /** A large body; the time limit counts only while no bytes flow. */
    BULK
}
