package dev.pmt.api.queries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param condition null for all tasks
 * @param order the first decides; none leaves the order open
 */
public record Query(@Nullable Condition condition, List<Order> order) implements Parsed {

    /** Asks for all tasks in the usual order. */
    public static final Query ALL = new Query(null, List.of());

    /** A field to order by. */
    public record Order(Field field, boolean descending) {}

    /** Tells whether a field is named in the condition. */
    public boolean names(String field) {
        return condition != null && condition.names(field);
    }
}
