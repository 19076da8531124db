package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.pmt.api.profiles.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a task.
 *
 * @param text in Markdown
 * @param editedAt when its text became what it is; null while it is the first one
 * @param reactions the longest-standing first
 * @param version of the text, for {@code If-Match}
 * @param told how many events tell of it; not part of the JSON
 */
record Comment(
        CommentId id,
        UserId authorId,
        String text,
        Instant createdAt,
        @Nullable Instant editedAt,
        List<Reaction> reactions,
        long version,
        @JsonIgnore long told) {

    /** An emoji, and who answered with it, the first one first. */
    record Reaction(Emoji emoji, List<UserId> userIds) {}
}
