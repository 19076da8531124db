package dev.pmt.notifications.live;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One socket's wish to hear of one topic. It is known to the hub before anything is read for it, and holds back what happens
 * until that is read, so nothing is lost in between.
 */
final class Subscription {

    /** What is read for a new subscription. */
    sealed interface Start {

        /** The events that the client has missed, up to a position. */
        record Replay(List<RecentEvent> missed, long upTo) implements Start {}

        /** The client has missed more than can be told: all up to a position. */
        record Refetch(long upTo) implements Start {}
    }

    private final LiveSocket socket;
    private final Topic topic;
    private List<RecentEvent> held = new ArrayList<>();
    private @Nullable UUID project;
    private long after;
    private boolean begun;
    private boolean ended;
    private boolean shown;
    private List<UUID> present = List.of();

    Subscription(LiveSocket socket, Topic topic) {
        this.socket = socket;
        this.topic = topic;
    }

    LiveSocket socket() {
        return socket;
    }

    Topic topic() {
        return topic;
    }

    /** Begins to tell the client: what it missed first, the confirmation last. */
    synchronized void begin(UUID ofProject, Start start) {
        if (ended) {
            return;
        }
        project = ofProject;
        begun = true;
        switch (start) {
            case Start.Replay(var missed, var upTo) -> {
                missed.forEach(this::tell);
                after = Math.max(after, upTo);
            }
            case Start.Refetch(var upTo) -> {
                after = upTo;
                socket.refetch(topic, upTo);
            }
        }
        held.forEach(this::tell);
        held = List.of();
        socket.subscribed(topic, after);
    }

    /** Takes an event of the topic; those that the client has heard are passed over. */
    synchronized void deliver(RecentEvent event) {
        if (ended) {
            return;
        }
        if (begun) {
            tell(event);
        } else {
            held.add(event);
        }
    }

    private void tell(RecentEvent event) {
        if (event.position() > after) {
            after = event.position();
            socket.event(event);
        }
    }

    /** Answers whether it hears of a project; one that has not begun may do so. */
    synchronized boolean mayBeOf(UUID of) {
        return project == null || project.equals(of);
    }

    /** Notes that the client has the topic on screen, or no longer. @return false when it has not begun, or has ended */
    synchronized boolean show(boolean isShown) {
        shown = isShown && begun && !ended;
        present = List.of();
        return begun && !ended;
    }

    synchronized boolean isShown() {
        return shown;
    }

    /** Tells who shows the topic, unless the client knows. @return false when it takes nothing more at the moment */
    synchronized boolean present(List<UUID> users) {
        if (!shown || users.equals(present)) {
            return true;
        }
        if (!socket.present(topic, users)) {
            return false;
        }
        present = users;
        return true;
    }

    /** Ends it for good. @return false when it had ended before */
    synchronized boolean end() {
        var first = !ended;
        ended = true;
        shown = false;
        return first;
    }
}
