package dev.pmt.api.queries;

import java.util.List;

/**
 * A field that queries name.
 *
 * @param name as it is written, in any case
 * @param others further names
 * @param orders whether tasks can be ordered by it
 */
public record Field(String name, List<String> others, FieldKind kind, boolean orders) {

    boolean answersTo(String wanted) {
        return name.equalsIgnoreCase(wanted) || others.stream().anyMatch(wanted::equalsIgnoreCase);
    }

    /** Tells whether clauses can be made of it. */
    public boolean filters() {
        return !kind.operators().isEmpty();
    }
}
