package dev.pmt.api.queries;

import java.util.List;

/** What a task must fulfil. */
public sealed interface Condition {

    /** All of at least two. */
    record And(List<Condition> parts) implements Condition {}

    /** Any of at least two. */
    record Or(List<Condition> parts) implements Condition {}

    /** The opposite. */
    record Not(Condition part) implements Condition {}

    /**
     * One field held against values.
     *
     * @param values none, one, or for {@code IN} at least one
     */
    record Clause(Field field, Operator operator, List<Value> values, Span at) implements Condition {}

    /** Tells whether a field is named anywhere. */
    default boolean names(String field) {
        return switch (this) {
            case And(var parts) -> parts.stream().anyMatch(part -> part.names(field));
            case Or(var parts) -> parts.stream().anyMatch(part -> part.names(field));
            case Not(var part) -> part.names(field);
            case Clause clause -> clause.field().name().equals(field);
        };
    }
}
