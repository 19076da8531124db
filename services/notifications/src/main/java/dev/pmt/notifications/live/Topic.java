package dev.pmt.notifications.live;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a client can subscribe to, written as {@code project:<id>} or {@code task:<id>}. */
record Topic(Kind kind, UUID id) {

    /** The kinds of topics. */
    enum Kind {
        /** Everything that happens in a project. */
        PROJECT,
        /** What happens to one task. */
        TASK
    }

    static Topic project(UUID id) {
        return new Topic(Kind.PROJECT, id);
    }

    static Topic task(UUID id) {
        return new Topic(Kind.TASK, id);
    }

    /** Reads a topic; empty when the text is none. */
    static Optional<Topic> parse(String text) {
        for (var kind : Kind.values()) {
            var prefix = prefix(kind);
            if (text.startsWith(prefix)) {
                return id(text.substring(prefix.length())).map(id -> new Topic(kind, id));
            }
        }
        return Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String prefix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ":";
    }

    @Override
    public String toString() {
        return prefix(kind) + id;
    }
}
