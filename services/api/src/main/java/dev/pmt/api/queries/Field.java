package dev.pmt.api.queries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that queries name.
 *
 * @param name as it is written, in any case
 * @param others further names
 * @param orders whether tasks can be ordered by it
 * @param custom where a field that projects have added finds its values; null for one that every task has
 */
public record Field(
        String name,
        List<String> others,
        FieldKind kind,
        boolean orders,
        @Nullable Custom custom) {

    /**
     * Where values are.
     *
     * @param ids one for each project that has a field of this name
     * @param options what values may be, in their order; none when they are no options
     */
    public record Custom(List<String> ids, List<Option> options) {}

    /** An id by its name. */
    public record Option(String name, String id) {}

    /** Makes a field that every task has. */
    public Field(String name, List<String> others, FieldKind kind, boolean orders) {
        this(name, others, kind, orders, null);
    }

    boolean answersTo(String wanted) {
        return name.equalsIgnoreCase(wanted) || others.stream().anyMatch(wanted::equalsIgnoreCase);
    }

    /** Tells whether clauses can be made of it. */
    public boolean filters() {
        return !kind.operators().isEmpty();
    }
}
