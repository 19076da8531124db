package dev.pmt.api.worklogs;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.tasks.TaskId;
import dev.pmt.api.tasks.TaskPlace;
import dev.pmt.shared.events.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Words what happens to work logs as facts, by {@code contract/events}. */
final class WorkLogFacts {

    private WorkLogFacts() {}

    /**
     * A work log as it is after the write, or as it was when it is gone.
     *
     * @param taskVersion of the task meanwhile: its place in the task's history
     */
    record Logged(
            ProjectId projectId,
            String key,
            TaskId taskId,
            long taskVersion,
            UserId userId,
            LocalDate day,
            int minutes,
            String note) {

        static Logged of(ProjectId project, String key, TaskId task, long taskVersion, UserId user, Work work) {
            return new Logged(project, key, task, taskVersion, user, work.day(), work.minutes(), work.note());
        }

        static Logged of(TaskPlace place, WorkLog log) {
            return of(place.project(), place.key(), place.task(), place.version(), log.userId(), log.work());
        }
    }

    static Fact added(WorkLogId id, long version, Logged data, @Nullable UserId actor) {
        return new Fact("pmt.work-log.added.v1", id.value(), version, actor == null ? null : actor.value(), data);
    }

    static Fact changed(WorkLog log, TaskPlace place, UserId actor) {
        return new Fact(
                "pmt.work-log.changed.v1", log.id().value(), log.version(), actor.value(), Logged.of(place, log));
    }

    static Fact deleted(WorkLog log, TaskPlace place, UserId actor) {
        return new Fact(
                "pmt.work-log.deleted.v1", log.id().value(), log.version() + 1, actor.value(), Logged.of(place, log));
    }
}
