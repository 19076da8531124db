package dev.pmt.api.wire;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param next cursor of the next page, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts a list that was read one item beyond the limit, and makes the cursor from the last item kept. */
    public static <T> Page<T> of(List<T> items, int limit, Function<T, Cursor> cursor) {
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        var kept = List.copyOf(items.subList(0, limit));
        return new Page<>(kept, cursor.apply(kept.getLast()).text());
    }

    /** Keeps the cursor and changes the items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
