package dev.pmt.api.worklogs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pmt.api.profiles.UserId;
import java.time.Instant;

/**
 * Time that somebody worked on a task.
 *
 * @param userId who worked, and wrote it down
 */
record WorkLog(WorkLogId id, UserId userId, @JsonUnwrapped Work work, Instant loggedAt, long version) {}
