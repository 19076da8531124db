package dev.pmt.gateway.traffic;

import java.time.Instant;

/** Why and when a canary's weight was set to 0. */
public record RolledBack(String reason, Instant at) {}
