package dev.pmt.notifications.live;

import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears what happens in projects: keeps who may see what, and the events for the sockets. */
@Component
class LiveEvents implements EventConsumer {

    private static final String MEMBER_ADDED = "pmt.project.member-added.v1";
    private static final String MEMBER_REMOVED = "pmt.project.member-removed.v1";
    private static final String TASK = "pmt.task.";
    private static final String COMMENT = "pmt.comment.";
    private static final String ATTACHMENT = "pmt.attachment.";
    private static final String WORK_LOG = "pmt.work-log.";
    private static final String VIEW = "pmt.view.";
    private static final String SPRINT = "pmt.sprint.";

    private static final Set<String> TYPES = Set.of(
            "pmt.project.created.v1",
            "pmt.project.changed.v1",
            MEMBER_ADDED,
            "pmt.project.member-role-changed.v1",
            MEMBER_REMOVED,
            "pmt.project.workflow-changed.v1",
            "pmt.project.custom-fields-changed.v1",
            "pmt.task.created.v1",
            "pmt.task.changed.v1",
            "pmt.task.assigned.v1",
            "pmt.task.transitioned.v1",
            "pmt.task.related.v1",
            "pmt.task.unrelated.v1",
            "pmt.task.watched.v1",
            "pmt.task.unwatched.v1",
            "pmt.task.reparented.v1",
            "pmt.task.planned.v1",
            "pmt.task.rescheduled.v1",
            "pmt.task.estimated.v1",
            "pmt.task.custom-fields-changed.v1",
            "pmt.task.moved.v1",
            "pmt.task.archived.v1",
            "pmt.task.unarchived.v1",
            "pmt.attachment.added.v1",
            "pmt.attachment.deleted.v1",
            "pmt.comment.added.v1",
            "pmt.comment.edited.v1",
            "pmt.comment.deleted.v1",
            "pmt.comment.reacted.v1",
            "pmt.comment.unreacted.v1",
            "pmt.work-log.added.v1",
            "pmt.work-log.changed.v1",
            "pmt.work-log.deleted.v1",
            "pmt.view.shared.v1",
            "pmt.view.changed.v1",
            "pmt.view.unshared.v1",
            "pmt.sprint.created.v1",
            "pmt.sprint.changed.v1",
            "pmt.sprint.started.v1",
            "pmt.sprint.completed.v1",
            "pmt.sprint.reopened.v1",
            "pmt.sprint.removed.v1");

    private final Visibility visibility;
    private final RecentEvents recent;
    private final Tail tail;
    private final JsonMapper json;
    private final ServerMessages messages;
    private final Clock clock;

    LiveEvents(
            Visibility visibility,
            RecentEvents recent,
            Tail tail,
            JsonMapper json,
            ServerMessages messages,
            Clock clock) {
        this.visibility = visibility;
        this.recent = recent;
        this.tail = tail;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String producer() {
        return "api";
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    /** An installation may have projects whose events are kept no longer. */
    @Override
    public boolean startsFromSnapshot() {
        return true;
    }

    /** What is told again is taken again to the same end, so only who begins anew forgets. */
    @Override
    public void forget(long after) {
        if (after == 0) {
            visibility.clear();
            recent.clear();
        }
    }

    /** Takes events, or the states of a snapshot: those share one position, and the one that is kept says where it stands. */
    @Override
    public void handle(List<Event> events) {
        var told = new ArrayList<RecentEvent>(events.size());
        var tasks = new ArrayList<UUID>();
        var projects = new ArrayList<UUID>();
        for (var event : events) {
            var data = json.readTree(event.data());
            if (event.type().startsWith(TASK)) {
                var project = id(data, "projectId");
                tasks.add(event.subject());
                projects.add(project);
                told.add(within(project, event.subject(), event, data));
            } else if (Stream.of(COMMENT, ATTACHMENT, WORK_LOG).anyMatch(event.type()::startsWith)) {
                told.add(within(id(data, "projectId"), id(data, "taskId"), event, data));
            } else if (event.type().startsWith(VIEW) || event.type().startsWith(SPRINT)) {
                told.add(within(id(data, "projectId"), null, event, data));
            } else {
                told.add(ofProject(event, data));
            }
        }
        visibility.place(tasks, projects);
        recent.add(told, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tail.wake();
            }
        });
    }

    private RecentEvent within(UUID project, @Nullable UUID task, Event event, JsonNode data) {
        return new RecentEvent(
                event.position(), project, task, null, messages.event(event, project, key(data)), event.trace());
    }

    private RecentEvent ofProject(Event event, JsonNode data) {
        var project = event.subject();
        var left = event.type().equals(MEMBER_REMOVED) ? id(data, "userId") : null;
        if (left != null) {
            visibility.leave(project, left);
        } else if (event.type().equals(MEMBER_ADDED)) {
            visibility.join(project, id(data, "userId"));
        }
        return new RecentEvent(
                event.position(), project, null, left, messages.event(event, project, key(data)), event.trace());
    }

    private static UUID id(JsonNode data, String field) {
        return UUID.fromString(data.required(field).asString());
    }

    private static String key(JsonNode data) {
        return data.required("key").asString();
    }
}
