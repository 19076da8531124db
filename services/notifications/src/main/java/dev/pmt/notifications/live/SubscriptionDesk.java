package dev.pmt.notifications.live;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Does what clients ask for. */
@Component
class SubscriptionDesk {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionDesk.class);

    private final Hub hub;
    private final Visibility visibility;
    private final RecentEvents recent;
    private final ServerMessages messages;
    private final LiveSettings settings;
    private final JsonMapper json;

    SubscriptionDesk(
            Hub hub,
            Visibility visibility,
            RecentEvents recent,
            ServerMessages messages,
            LiveSettings settings,
            JsonMapper json) {
        this.hub = hub;
        this.visibility = visibility;
        this.recent = recent;
        this.messages = messages;
        this.settings = settings;
        this.json = json;
    }

    void take(LiveSocket socket, String text) {
        socket.heard();
        ClientMessage.parse(json, text)
                .ifPresentOrElse(
                        message -> take(socket, message),
                        () -> socket.reply(
                                messages.error("invalid-message", "See the protocol of this socket.", null)));
    }

    private void take(LiveSocket socket, ClientMessage message) {
        switch (message) {
            case ClientMessage.Pong(var number) -> socket.pong(number);
            case ClientMessage.Unsubscribe(var topic) -> unsubscribe(socket, topic);
            case ClientMessage.Show(var topic, var shown) -> show(socket, topic, shown);
            case ClientMessage.Subscribe(var topic, var since) -> subscribe(socket, topic, since);
        }
    }

    private void unsubscribe(LiveSocket socket, Topic topic) {
        var subscription = socket.subscriptions().get(topic);
        if (subscription != null) {
            hub.end(subscription);
        }
        socket.unsubscribed(topic, true);
    }

    private void show(LiveSocket socket, Topic topic, boolean shown) {
        var subscription = socket.subscriptions().get(topic);
        if (subscription == null || !hub.show(subscription, shown)) {
            socket.reply(messages.error("not-subscribed", "Subscribe to the topic first.", topic));
        }
    }

    private void subscribe(LiveSocket socket, Topic topic, @Nullable Long since) {
        if (socket.subscriptions().size() >= settings.topics()
                && !socket.subscriptions().containsKey(topic)) {
            var detail = "A socket takes at most " + settings.topics() + " topics.";
            socket.reply(messages.error("too-many-topics", detail, topic));
            return;
        }
        var subscription = hub.add(socket, topic);
        try {
            var project = visibility.projectOf(topic, socket.user());
            if (project.isPresent()) {
                subscription.begin(project.get(), start(topic, since));
            } else if (hub.end(subscription)) {
                socket.reply(messages.error("not-found", "There is no such topic for you.", topic));
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("A subscription could not be made", e);
            hub.end(subscription);
            socket.reply(messages.error("unavailable", "Try again in a moment.", topic));
        }
    }

    private Subscription.Start start(Topic topic, @Nullable Long since) {
        var bounds = recent.bounds();
        var upTo = bounds.newest();
        if (since == null) {
            return new Subscription.Start.Replay(java.util.List.of(), upTo);
        }
        if (!bounds.reach(since)) {
            return new Subscription.Start.Refetch(upTo);
        }
        var missed = recent.missed(topic, since, upTo, settings.replay() + 1);
        return missed.size() > settings.replay()
                ? new Subscription.Start.Refetch(upTo)
                : new Subscription.Start.Replay(missed, upTo);
    }
}
