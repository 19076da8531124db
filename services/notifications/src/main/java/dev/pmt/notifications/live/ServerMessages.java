package dev.pmt.notifications.live;

import dev.pmt.shared.events.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the server says, by {@code contract/live.md}. */
@Component
class ServerMessages {

    private static final int NAMED = 50;

    private final JsonMapper json;

    ServerMessages(JsonMapper json) {
        this.json = json;
    }

    /** What happened, without any text of it: whoever may see more reads it. */
    String event(Event event, UUID project, String key) {
        var message = message("event");
        message.put("seq", event.position());
        message.put("type", event.type());
        message.put("subject", event.subject());
        message.put("version", event.version());
        message.put("projectId", project);
        message.put("key", key);
        if (event.actor() != null) {
            message.put("actor", event.actor());
        }
        return write(message);
    }

    String welcome(LiveSettings settings) {
        var message = message("welcome");
        message.put("pingEvery", settings.ping().toSeconds());
        return write(message);
    }

    String subscribed(Topic topic, long seq) {
        var message = message("subscribed");
        message.put("topic", topic.toString());
        message.put("seq", seq);
        return write(message);
    }

    /** Ends a subscription: asked for, or because the user sees the project no longer. */
    String unsubscribed(Topic topic, boolean asked) {
        var message = message("unsubscribed");
        message.put("topic", topic.toString());
        message.put("code", asked ? "asked" : "not-found");
        return write(message);
    }

    /** Tells who has a topic on screen; of more than a page could name, the first. */
    String present(Topic topic, List<UUID> users) {
        var message = message("present");
        message.put("topic", topic.toString());
        message.put("users", users.stream().limit(NAMED).toList());
        message.put("count", users.size());
        return write(message);
    }

    /** Something was left out up to this position: of one topic, or of all when it is null. */
    String refetch(@Nullable Topic topic, long seq) {
        var message = message("refetch");
        if (topic != null) {
            message.put("topic", topic.toString());
        }
        message.put("seq", seq);
        return write(message);
    }

    /** Asks for a pong with this number; a seq says that everything up to it was sent. */
    String ping(long number, @Nullable Long seq) {
        var message = message("ping");
        message.put("n", number);
        if (seq != null) {
            message.put("seq", seq);
        }
        return write(message);
    }

    String error(String code, String detail, @Nullable Topic topic) {
        var message = message("error");
        message.put("code", code);
        message.put("detail", detail);
        if (topic != null) {
            message.put("topic", topic.toString());
        }
        return write(message);
    }

    private static Map<String, Object> message(String kind) {
        var message = new LinkedHashMap<String, Object>();
        message.put("message", kind);
        return message;
    }

    private String write(Map<String, Object> message) {
        return json.writeValueAsString(message);
    }
}
