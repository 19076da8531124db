package dev.pmt.notifications.live;

import dev.pmt.shared.telemetry.Telemetry;
import io.micrometer.core.instrument.Gauge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The sockets of this process, and who of them wants to hear of what. */
@Component
class Hub {

    private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Set<LiveSocket>> byUser = new ConcurrentHashMap<>();
    private final Map<Topic, Set<Subscription>> byTopic = new ConcurrentHashMap<>();
    private final Set<Topic> reshown = ConcurrentHashMap.newKeySet();

    Hub(Telemetry telemetry) {
        Gauge.builder("pmt.socket.open", sockets, Set::size)
                .description("Sockets that are open")
                .register(telemetry.meters());
    }

    Collection<LiveSocket> sockets() {
        return sockets;
    }

    int socketsOf(UUID user) {
        return byUser.getOrDefault(user, Set.of()).size();
    }

    void opened(LiveSocket socket) {
        sockets.add(socket);
        add(byUser, socket.user(), socket);
    }

    void closed(LiveSocket socket) {
        sockets.remove(socket);
        remove(byUser, socket.user(), socket);
        socket.subscriptions().values().forEach(this::end);
    }

    /** Makes a subscription known; from now on it takes events. One of the same topic ends. */
    Subscription add(LiveSocket socket, Topic topic) {
        var subscription = new Subscription(socket, topic);
        var before = socket.subscriptions().put(topic, subscription);
        add(byTopic, topic, subscription);
        if (before != null) {
            end(before);
        }
        return subscription;
    }

    /** Ends a subscription. @return false when it had ended before */
    boolean end(Subscription subscription) {
        remove(byTopic, subscription.topic(), subscription);
        subscription.socket().subscriptions().remove(subscription.topic(), subscription);
        if (subscription.isShown()) {
            reshown.add(subscription.topic());
        }
        return subscription.end();
    }

    /** Notes that a client has a topic on screen, or no longer. @return false when the subscription has not begun, or has ended */
    boolean show(Subscription subscription, boolean shown) {
        var taken = subscription.show(shown);
        reshown.add(subscription.topic());
        return taken;
    }

    /** Returns the topics that other clients show than at the last call. */
    Set<Topic> takeReshown() {
        var taken = Set.copyOf(reshown);
        reshown.removeAll(taken);
        return taken;
    }

    /** Notes that a client could not be told who else shows a topic. */
    void retell(Topic topic) {
        reshown.add(topic);
    }

    /** Returns the subscriptions of the clients that show a topic. */
    List<Subscription> showing(Topic topic) {
        return of(topic).stream().filter(Subscription::isShown).toList();
    }

    /** Tells an event to all who want to hear of it, each socket once; who may not see its project any more hears no more. @return how many */
    int dispatch(RecentEvent event) {
        if (event.leaverId() != null) {
            leave(event.leaverId(), event.projectId());
        }
        var ofProject = Topic.project(event.projectId());
        var hearers = new ArrayList<>(of(ofProject));
        if (event.taskId() != null) {
            for (var subscription : of(Topic.task(event.taskId()))) {
                if (!subscription.socket().subscriptions().containsKey(ofProject)) {
                    hearers.add(subscription);
                }
            }
        }
        hearers.forEach(subscription -> subscription.deliver(event));
        return hearers.size();
    }

    private void leave(UUID user, UUID project) {
        for (var socket : byUser.getOrDefault(user, Set.of())) {
            for (var subscription : socket.subscriptions().values()) {
                if (subscription.mayBeOf(project) && end(subscription)) {
                    socket.unsubscribed(subscription.topic(), false);
                }
            }
        }
    }

    private Set<Subscription> of(Topic topic) {
        return byTopic.getOrDefault(topic, Set.of());
    }

    private static <K, V> void add(Map<K, Set<V>> map, K key, V value) {
        map.compute(key, (same, values) -> {
            var all = values == null ? ConcurrentHashMap.<V>newKeySet() : values;
            all.add(value);
            return all;
        });
    }

    private static <K, V> void remove(Map<K, Set<V>> map, K key, V value) {
        map.computeIfPresent(key, (same, values) -> {
            values.remove(value);
            return values.isEmpty() ? null : values;
        });
    }
}
