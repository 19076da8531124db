package dev.pmt.notifications.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a client says, by {@code contract/live.md}. */
sealed interface ClientMessage {

    /**
     * Wants to hear of a topic.
     *
     * @param since position up to which the client has heard of it; null when it has not
     */
    record Subscribe(Topic topic, @Nullable Long since) implements ClientMessage {}

    /** Wants to hear of a topic no longer. */
    record Unsubscribe(Topic topic) implements ClientMessage {}

    /**
     * Has a topic on screen, or has it there no longer.
     *
     * @param shown which of both
     */
    record Show(Topic topic, boolean shown) implements ClientMessage {}

    /** Answers a ping. */
    record Pong(long number) implements ClientMessage {}

    /** All that a message may hold. */
    record Fields(
            @Nullable String message,
            @Nullable String topic,
            @Nullable Long since,
            @Nullable Long n) {}

    /** Reads a message; empty when it is none. */
    static Optional<ClientMessage> parse(JsonMapper json, String text) {
        try {
            var fields = json.readValue(text, Fields.class);
            return switch (fields == null ? null : fields.message) {
                case "subscribe" -> topic(fields).map(topic -> new Subscribe(topic, fields.since));
                case "unsubscribe" -> topic(fields).map(Unsubscribe::new);
                case "appear" -> topic(fields).map(topic -> new Show(topic, true));
                case "disappear" -> topic(fields).map(topic -> new Show(topic, false));
                case "pong" -> Optional.ofNullable(fields.n).map(Pong::new);
                case null, default -> Optional.empty();
            };
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Topic> topic(Fields fields) {
        return Optional.ofNullable(fields.topic).flatMap(Topic::parse);
    }
}
