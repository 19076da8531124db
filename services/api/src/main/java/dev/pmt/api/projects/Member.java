package dev.pmt.api.projects;

import java.time.Instant;

/** A user's membership in a project. */
record Member(UserId userId, ProjectRole role, Instant since) {}
