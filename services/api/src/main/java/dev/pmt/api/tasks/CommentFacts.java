package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.events.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words writes to a comment as facts, by {@code contract/events}.
 *
 * @param version how many events tell of the comment, as it is after the write
 * @param actor who writes; null when a late listener is told of it
 */
record CommentFacts(
        CommentId comment,
        long version,
        ProjectId project,
        String key,
        TaskId task,
        @Nullable UserId actor) {

    /** A new comment. */
    record Added(ProjectId projectId, String key, TaskId taskId, UserId authorId, String text) {}

    /** Another text. */
    record Edited(ProjectId projectId, String key, TaskId taskId, String text) {}

    /** A comment that is gone, and its reactions with it. */
    record Deleted(ProjectId projectId, String key, TaskId taskId) {}

    /** Somebody's answer that came or went. */
    record Reacted(ProjectId projectId, String key, TaskId taskId, UserId userId, Emoji emoji) {}

    static CommentFacts of(Comment comment, TaskPlace place, UserId actor) {
        return new CommentFacts(comment.id(), comment.told(), place.project(), place.key(), place.task(), actor);
    }

    Fact added(UserId author, String text) {
        return fact("pmt.comment.added.v1", new Added(project, key, task, author, text));
    }

    Fact edited(String text) {
        return fact("pmt.comment.edited.v1", new Edited(project, key, task, text));
    }

    /** Makes the last fact of a comment, with a version that no row has any more. */
    Fact deleted() {
        return new Fact(
                "pmt.comment.deleted.v1", comment.value(), version + 1, actorId(), new Deleted(project, key, task));
    }

    Fact reacted(UserId user, Emoji emoji) {
        return fact("pmt.comment.reacted.v1", new Reacted(project, key, task, user, emoji));
    }

    Fact unreacted(UserId user, Emoji emoji) {
        return fact("pmt.comment.unreacted.v1", new Reacted(project, key, task, user, emoji));
    }

    private Fact fact(String type, Object data) {
        return new Fact(type, comment.value(), version, actorId(), data);
    }

    private @Nullable UUID actorId() {
        return actor == null ? null : actor.value();
    }
}
