package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.web.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks that block each other one after the other; no chain of them comes back to its beginning. */
@Repository
class RelationChains {

    // UNION passes each relation once, however many ways lead to it; nothing comes out of chains that do not close.
    private static final String CLOSING = """
            WITH RECURSIVE chain AS (
                SELECT from_id, to_id FROM task_relation WHERE kind = 'blocks' AND from_id = :blocked
                 UNION
                SELECT r.from_id, r.to_id
                  FROM chain c JOIN task_relation r ON r.from_id = c.to_id AND r.kind = 'blocks'
            )
            SELECT from_id, to_id FROM chain WHERE EXISTS (SELECT FROM chain WHERE to_id = :blocker)
            """;

    private static final String KEYS = """
            SELECT id, key FROM visible_task WHERE viewer_id = :user AND id = ANY (string_to_array(:ids, ',')::uuid[])
            """;

    private static final int MOST_NAMED = 12;

    private final JdbcClient jdbc;

    RelationChains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses that a task blocks another one when it would thereby block itself (409). */
    void check(Task blocker, Task blocked, UserId user) {
        var next = new HashMap<UUID, List<UUID>>();
        jdbc.sql(CLOSING)
                .param("blocked", blocked.id().value())
                .param("blocker", blocker.id().value())
                .query(row -> {
                    next.computeIfAbsent(row.getObject("from_id", UUID.class), from -> new ArrayList<>())
                            .add(row.getObject("to_id", UUID.class));
                });
        if (next.isEmpty()) {
            return;
        }
        var path = shortest(next, blocked.id().value(), blocker.id().value());
        var names = names(path, user);
        throw new ProblemException(
                HttpStatus.CONFLICT,
                "relation-circle",
                "A task must not block itself, not even by way of others: %s blocks %s"
                        .formatted(blocker.key(), String.join(" blocks ", names)));
    }

    private static List<UUID> shortest(Map<UUID, List<UUID>> next, UUID from, UUID to) {
        var before = new HashMap<>(Map.of(from, from));
        var queue = new ArrayDeque<>(List.of(from));
        while (!before.containsKey(to)) {
            var at = queue.remove();
            for (var one : next.getOrDefault(at, List.of())) {
                if (before.putIfAbsent(one, at) == null) {
                    queue.add(one);
                }
            }
        }
        var path = new ArrayDeque<>(List.of(to));
        while (!path.getFirst().equals(from)) {
            path.addFirst(Objects.requireNonNull(before.get(path.getFirst())));
        }
        return List.copyOf(path);
    }

    /** Returns the keys that the user may see, and how many tasks there are between those that are not named. */
    private List<String> names(List<UUID> path, UserId user) {
        var keys = new HashMap<UUID, String>();
        jdbc.sql(KEYS)
                .param("user", user.value())
                .param("ids", path.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query(row -> {
                    keys.put(row.getObject("id", UUID.class), row.getString("key"));
                });
        var names = path.stream()
                .map(id -> keys.getOrDefault(id, "a task that you do not see"))
                .toList();
        if (names.size() <= MOST_NAMED) {
            return names;
        }
        var left = names.size() - MOST_NAMED;
        return Stream.of(names.subList(0, MOST_NAMED - 1), List.of(left + " more"), List.of(names.getLast()))
                .flatMap(List::stream)
                .toList();
    }
}
