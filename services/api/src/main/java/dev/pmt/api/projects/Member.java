package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import java.time.Instant;

/** A user's membership in a project. */
record Member(UserId userId, ProjectRole role, Instant since) {}
