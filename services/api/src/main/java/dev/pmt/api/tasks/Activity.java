package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.pmt.api.profiles.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task, for people to read.
 *
 * @param id the event's
 * @param kind the event's type, shortly
 * @param actorId who did it; null when no user did
 * @param changes by field; none for what the kind says alone
 * @param task not part of the JSON
 * @param version the task's version that it led to; not part of the JSON
 */
record Activity(
        UUID id,
        String kind,
        Instant at,
        @Nullable UserId actorId,
        List<FieldChange> changes,
        @JsonIgnore TaskId task,
        @JsonIgnore long version) {}
