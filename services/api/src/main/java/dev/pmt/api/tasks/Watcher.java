package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.time.Instant;

/** Somebody who wants to hear of a task. */
record Watcher(UserId userId, Instant since) {}
