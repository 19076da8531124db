package dev.pmt.api.queries;

import java.util.Arrays;
import java.util.Optional;

/** How a clause holds a field against values. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    CONTAINS("~"),
    LACKS("!~"),
    IN("IN"),
    NOT_IN("NOT IN"),
    IS_EMPTY("IS EMPTY"),
    IS_NOT_EMPTY("IS NOT EMPTY");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** Returns the operator as it is written. */
    public String text() {
        return text;
    }

    /** Finds the operator that a symbol writes. */
    static Optional<Operator> of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.text.equals(symbol))
                .findFirst();
    }
}
