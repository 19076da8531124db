package dev.pmt.api.queries;

import java.util.List;
import java.util.stream.Stream;

/** What could have stood where a query went wrong, or could stand where it goes on. */
public sealed interface Expected {

    /** The name of a field, for a clause or for an order. */
    record AField(boolean forOrder) implements Expected {}

    /** An operator that the field takes. */
    record AnOperator(Field field) implements Expected {}

    /** A value of the field. */
    record AValue(Field field) implements Expected {}

    /** One of some words or signs. */
    record Words(List<String> words) implements Expected {

        Words(String... words) {
            this(List.of(words));
        }
    }

    /** Another rule, in words. */
    record Rule(String text) implements Expected {}

    /** Says it for people. */
    default Stream<String> texts() {
        return switch (this) {
            case AField(var forOrder) -> Stream.of(forOrder ? "a field to order by" : "a field");
            case AnOperator(var field) -> field.kind().operators().stream().map(Operator::text);
            case AValue(var field) -> Stream.of(field.kind().looks());
            case Words(var words) -> words.stream();
            case Rule(var text) -> Stream.of(text);
        };
    }
}
