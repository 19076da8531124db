package dev.pmt.health;

import java.time.Instant;

/** What a service told of itself, and when. */
record Known(SelfDescription.About about, Instant at) {}
