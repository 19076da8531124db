package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.shared.events.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words writes to one task as facts, by {@code contract/events}. A write may be several facts, each with a version of its
 * own: whoever writes raises the task's version by their number.
 *
 * @param task the subject
 * @param project its project
 * @param key its key, for people
 * @param version the task's version before the write
 * @param actor who writes
 */
record TaskFacts(TaskId task, ProjectId project, String key, long version, UserId actor) {

    static final String CREATED = "pmt.task.created.v1";
    static final String CHANGED = "pmt.task.changed.v1";
    static final String ASSIGNED = "pmt.task.assigned.v1";
    static final String TRANSITIONED = "pmt.task.transitioned.v1";
    static final String REPARENTED = "pmt.task.reparented.v1";
    static final String PLANNED = "pmt.task.planned.v1";
    static final String ESTIMATED = "pmt.task.estimated.v1";
    static final String RESCHEDULED = "pmt.task.rescheduled.v1";
    static final String CUSTOM_FIELDS_CHANGED = "pmt.task.custom-fields-changed.v1";
    static final String RELATED = "pmt.task.related.v1";
    static final String UNRELATED = "pmt.task.unrelated.v1";
    static final String WATCHED = "pmt.task.watched.v1";
    static final String UNWATCHED = "pmt.task.unwatched.v1";
    static final String MOVED = "pmt.task.moved.v1";
    static final String ARCHIVED = "pmt.task.archived.v1";
    static final String UNARCHIVED = "pmt.task.unarchived.v1";

    /** Everything about a new task. */
    record Created(
            ProjectId projectId,
            String key,
            long number,
            String title,
            String description,
            StatusId statusId,
            TaskType type,
            Priority priority,
            @Nullable UserId assigneeId,
            @Nullable UserId reporterId,
            @Nullable BigDecimal points,
            @Nullable Integer estimateMinutes,
            @Nullable LocalDate startDate,
            @Nullable LocalDate dueDate,
            List<String> labels,
            List<CustomFieldValue> customFields,
            @Nullable String parentKey,
            @Nullable SprintId sprintId,
            String rank,
            @Nullable String sourceKey,
            boolean imported) {}

    /** Fields other than status, assignee, dates, parent, sprint and place, or the dates alone. */
    record Changed(ProjectId projectId, String key, List<FieldChange> changes) {}

    /** What a new task has in a custom field, as {@link FieldChange} has it. */
    record CustomFieldValue(String fieldId, String value) {}

    /** What a write did to one custom field; values as {@link FieldChange} has them. */
    record CustomFieldChange(
            String fieldId, @Nullable String from, @Nullable String to) {}

    /** Other values in custom fields. */
    record CustomFieldsChanged(ProjectId projectId, String key, List<CustomFieldChange> changes) {}

    /** Another assignee. */
    record Assigned(
            ProjectId projectId,
            String key,
            @Nullable String from,
            @Nullable String to) {}

    /** Another status. */
    record Transitioned(
            ProjectId projectId,
            String key,
            @Nullable String fromStatusId,
            @Nullable String toStatusId) {}

    /** Another estimate, in minutes. */
    record Estimated(
            ProjectId projectId,
            String key,
            @Nullable Integer from,
            @Nullable Integer to) {}

    /** Another parent. */
    record Reparented(
            ProjectId projectId,
            String key,
            @Nullable String from,
            @Nullable String to) {}

    /** Another sprint. */
    record Planned(
            ProjectId projectId,
            String key,
            @Nullable String fromSprintId,
            @Nullable String toSprintId) {}

    /** Another place on the board. */
    record Moved(ProjectId projectId, String key, StatusId statusId, String rank) {}

    /** A relation that came or went, as this task has it. */
    record Related(
            ProjectId projectId,
            String key,
            UUID relationId,
            RelationKind kind,
            TaskId otherId,
            ProjectId otherProjectId) {}

    /** Somebody who watches from now on, or no longer. */
    record Watching(ProjectId projectId, String key, UserId userId) {}

    /** Nothing but that it happened. */
    record Bare(ProjectId projectId, String key) {}

    static TaskFacts of(Task task, UserId actor) {
        return new TaskFacts(task.id(), task.projectId(), task.key(), task.version(), actor);
    }

    /** Makes the first fact of a task. */
    Fact created(TaskState state, long number, Rank rank, @Nullable String sourceKey, boolean imported) {
        return fact(
                CREATED,
                0,
                new Created(
                        project,
                        key,
                        number,
                        state.title(),
                        state.description(),
                        state.statusId(),
                        state.type(),
                        state.priority(),
                        state.assigneeId(),
                        actor,
                        Points.shortestOrNull(state.points()),
                        state.estimateMinutes(),
                        state.startDate(),
                        state.dueDate(),
                        state.labels(),
                        state.custom().told(),
                        ParentTask.keyOf(state.parent()),
                        TaskSprint.idOf(state.sprint()),
                        rank.text(),
                        sourceKey,
                        imported));
    }

    /** Makes the facts of changed fields: none when nothing changed, at most eight. */
    List<Fact> changed(List<FieldChange> changes) {
        var facts = new ArrayList<Fact>();
        var plain = new ArrayList<FieldChange>();
        var dates = new ArrayList<FieldChange>();
        var custom = new ArrayList<CustomFieldChange>();
        for (var change : changes) {
            switch (change.field()) {
                case FieldChange.ASSIGNEE ->
                    facts.add(fact(ASSIGNED, facts.size(), new Assigned(project, key, change.from(), change.to())));
                case FieldChange.STATUS ->
                    facts.add(fact(
                            TRANSITIONED, facts.size(), new Transitioned(project, key, change.from(), change.to())));
                case FieldChange.PARENT ->
                    facts.add(fact(REPARENTED, facts.size(), new Reparented(project, key, change.from(), change.to())));
                case FieldChange.SPRINT ->
                    facts.add(fact(PLANNED, facts.size(), new Planned(project, key, change.from(), change.to())));
                case FieldChange.ESTIMATE ->
                    facts.add(fact(
                            ESTIMATED,
                            facts.size(),
                            new Estimated(project, key, minutes(change.from()), minutes(change.to()))));
                case FieldChange.START, FieldChange.DUE -> dates.add(change);
                default -> {
                    if (change.field().startsWith(FieldChange.CUSTOM)) {
                        var field = change.field().substring(FieldChange.CUSTOM.length());
                        custom.add(new CustomFieldChange(field, change.from(), change.to()));
                    } else {
                        plain.add(change);
                    }
                }
            }
        }
        if (!dates.isEmpty()) {
            facts.add(fact(RESCHEDULED, facts.size(), new Changed(project, key, dates)));
        }
        if (!custom.isEmpty()) {
            facts.add(fact(CUSTOM_FIELDS_CHANGED, facts.size(), new CustomFieldsChanged(project, key, custom)));
        }
        if (!plain.isEmpty()) {
            facts.add(fact(CHANGED, facts.size(), new Changed(project, key, plain)));
        }
        return facts;
    }

    /** Makes the facts of a move: of the place, and of the status when it is another. */
    List<Fact> moved(StatusId from, StatusId to, Rank rank) {
        var facts = new ArrayList<Fact>();
        if (!from.equals(to)) {
            facts.addAll(changed(List.of(new FieldChange(
                    FieldChange.STATUS, from.value().toString(), to.value().toString()))));
        }
        facts.add(fact(MOVED, facts.size(), new Moved(project, key, to, rank.text())));
        return facts;
    }

    /** Makes the facts of planning: of the sprint when it is another one, and of the place when there is a new rank. */
    List<Fact> planned(@Nullable SprintId from, @Nullable SprintId to, StatusId status, @Nullable Rank rank) {
        var facts = new ArrayList<Fact>();
        if (!Objects.equals(from, to)) {
            facts.addAll(changed(List.of(new FieldChange(FieldChange.SPRINT, text(from), text(to)))));
        }
        if (rank != null) {
            facts.add(fact(MOVED, facts.size(), new Moved(project, key, status, rank.text())));
        }
        return facts;
    }

    private static @Nullable Integer minutes(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable String text(@Nullable SprintId sprint) {
        return sprint == null ? null : sprint.toString();
    }

    /** Words what the same write did beside so many facts. */
    TaskFacts after(int facts) {
        return new TaskFacts(task, project, key, version + facts, actor);
    }

    Fact archived(boolean archived) {
        return fact(archived ? ARCHIVED : UNARCHIVED, 0, new Bare(project, key));
    }

    /** Makes the fact of a relation that came or went. */
    Fact relation(String type, UUID id, RelationKind kind, Task other) {
        return fact(type, 0, new Related(project, key, id, kind, other.id(), other.projectId()));
    }

    /** Makes the fact of somebody who began or ceased to watch. */
    Fact watcher(String type, UserId user) {
        return fact(type, 0, new Watching(project, key, user));
    }

    private Fact fact(String type, int before, Object data) {
        return new Fact(type, task.value(), version + before + 1, actor.value(), data);
    }
}
