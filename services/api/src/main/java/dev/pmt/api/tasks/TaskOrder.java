package dev.pmt.api.tasks;

import dev.pmt.api.queries.Field;
import dev.pmt.api.queries.Query;
import dev.pmt.api.wire.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A total order of tasks, and how a list goes on behind a task of which its cursor kept the values (keyset pagination).
 *
 * @param name tells one order from another
 */
record TaskOrder(String name, List<SortKey> keys) {

    /** The last change first. */
    static final List<Query.Order> LATEST = List.of(new Query.Order(QueryFields.field("updated"), true));

    /** The soonest due first. */
    static final List<Query.Order> DUE = List.of(new Query.Order(QueryFields.field("due"), false));

    /** As on the board. */
    static final List<Query.Order> RANKED = List.of(new Query.Order(QueryFields.field("rank"), false));

    private static final SortKey ID = SortKey.deciding("t.id", SortKey.Type.ID);
    private static final String EMPTY = "-";
    private static final String FULL = "+";

    /** Makes the order of some fields, to which it adds what makes it total. */
    static TaskOrder of(List<Query.Order> fields, TaskScope scope) {
        var keys = new ArrayList<SortKey>();
        for (var by : fields) {
            for (var key : QueryFields.entry(by.field()).order()) {
                if (scope instanceof TaskScope.All || !key.sql().equals(QueryFields.PROJECT_KEY)) {
                    keys.add(key.descending(by.descending()));
                }
            }
            if (!keys.isEmpty() && keys.getLast().decides()) {
                break;
            }
        }
        if (keys.isEmpty() || !keys.getLast().decides()) {
            keys.add(ID.descending(!keys.isEmpty() && keys.getLast().descending()));
        }
        var name = fields.stream()
                .map(by -> nameOf(by.field()) + (by.descending() ? "-" : "+"))
                .collect(Collectors.joining(",", "tasks:", ""));
        return new TaskOrder(name, List.copyOf(keys));
    }

    /** Returns a word for a field: a custom one may have any name. */
    private static String nameOf(Field field) {
        return field.custom() == null ? field.name() : field.custom().ids().getFirst();
    }

    /** Returns what stands behind ORDER BY. */
    String sql() {
        return keys.stream().map(SortKey::order).collect(Collectors.joining(", "));
    }

    /** Returns the columns that a cursor keeps. */
    String columns() {
        return keys.stream().map(SortKey::sql).collect(Collectors.joining(", "));
    }

    /** Makes a cursor of a row's values. */
    Cursor cursor(List<@Nullable String> values) {
        var parts = values.stream().map(value -> value == null ? EMPTY : FULL + value);
        return Cursor.of(name, parts.toArray());
    }

    /** Adds that tasks stand behind the cursor's. @throws dev.pmt.shared.web.ProblemException when it is none of this order */
    void goOn(@Nullable String cursor, Conditions conditions) {
        Cursor.parse(cursor, name, keys.size()).ifPresent(last -> goOn(last, conditions));
    }

    private void goOn(Cursor last, Conditions conditions) {
        var full = new boolean[keys.size()];
        var values = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            var part = last.string(i);
            full[i] = part.startsWith(FULL);
            if (!full[i] && !(keys.get(i).empties() && part.equals(EMPTY))) {
                throw Cursor.invalid();
            }
            values.add(part.substring(1));
        }
        var bare = new Cursor(name, values);
        for (int i = 0; i < keys.size(); i++) {
            if (full[i]) {
                conditions.with("last" + i, keys.get(i).parameter(bare, i));
            }
        }
        conditions.add(isPlain() ? row() : steps(full));
    }

    /** Tells whether one comparison of rows, for which an index can be used, says it all. */
    private boolean isPlain() {
        return keys.stream()
                .allMatch(key ->
                        !key.empties() && key.descending() == keys.getFirst().descending());
    }

    private String row() {
        var last = IntStream.range(0, keys.size()).mapToObj(i -> ":last" + i).collect(Collectors.joining(", "));
        return "(" + columns() + ") " + (keys.getFirst().descending() ? "<" : ">") + " (" + last + ")";
    }

    /** Says: behind by the first key, or alike in it and behind by the second, and so on. */
    private String steps(boolean[] full) {
        var alike = "";
        var steps = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            if (full[i]) {
                var behind = key.sql() + (key.descending() ? " < :last" : " > :last") + i;
                steps.add(alike + (key.empties() ? "(" + behind + " OR " + key.sql() + " IS NULL)" : behind));
            }
            alike += (full[i] ? key.sql() + " = :last" + i : key.sql() + " IS NULL") + " AND ";
        }
        return "(" + String.join(" OR ", steps) + ")";
    }
}
