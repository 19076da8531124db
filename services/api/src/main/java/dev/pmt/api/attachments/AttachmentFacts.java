package dev.pmt.api.attachments;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.tasks.TaskId;
import dev.pmt.api.tasks.TaskPlace;
import dev.pmt.shared.events.Fact;
import org.jspecify.annotations.Nullable;

/** Words what happens to attachments as facts, by {@code contract/events}. */
final class AttachmentFacts {

    private AttachmentFacts() {}

    /**
     * An attachment that came or went.
     *
     * @param taskVersion of the task meanwhile: its place in the task's history
     */
    record At(
            ProjectId projectId,
            String key,
            TaskId taskId,
            long taskVersion,
            String name,
            String mediaType,
            long size) {

        static At of(TaskPlace place, Attachment attachment) {
            return new At(
                    place.project(),
                    place.key(),
                    place.task(),
                    place.version(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size());
        }
    }

    static Fact added(AttachmentId attachment, At data, @Nullable UserId actor) {
        return new Fact("pmt.attachment.added.v1", attachment.value(), 1, actor == null ? null : actor.value(), data);
    }

    static Fact deleted(AttachmentId attachment, At data, UserId actor) {
        return new Fact("pmt.attachment.deleted.v1", attachment.value(), 2, actor.value(), data);
    }
}
