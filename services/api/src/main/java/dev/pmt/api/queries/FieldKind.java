package dev.pmt.api.queries;

import static dev.pmt.api.queries.Operator.AT_LEAST;
import static dev.pmt.api.queries.Operator.AT_MOST;
import static dev.pmt.api.queries.Operator.CONTAINS;
import static dev.pmt.api.queries.Operator.EQUAL;
import static dev.pmt.api.queries.Operator.GREATER;
import static dev.pmt.api.queries.Operator.IN;
import static dev.pmt.api.queries.Operator.IS_EMPTY;
import static dev.pmt.api.queries.Operator.IS_NOT_EMPTY;
import static dev.pmt.api.queries.Operator.LACKS;
import static dev.pmt.api.queries.Operator.LESS;
import static dev.pmt.api.queries.Operator.NOT_EQUAL;
import static dev.pmt.api.queries.Operator.NOT_IN;

import java.util.List;

/** What a field holds, hence which operators it takes and what its values look like. */
public enum FieldKind {
    /** One of a few names. */
    CHOICE("one of its values", EQUAL, NOT_EQUAL, IN, NOT_IN),
    /** One of a few names that have an order. */
    LEVEL("one of its values", EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IN, NOT_IN),
    /** A column of a board. */
    STATUS("a status, or one of todo, doing, done", EQUAL, NOT_EQUAL, IN, NOT_IN),
    /** Someone or nobody. */
    PERSON("me, a person's name or id", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** Any number of people. */
    PEOPLE("me, a person's name or id", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** Any number of short texts. */
    LABELS("a label", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** A line of text or none. */
    TEXT("a text", EQUAL, NOT_EQUAL, CONTAINS, LACKS, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** One of some options or none. */
    OPTION("one of its options", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** Any number of some options. */
    OPTIONS("one of its options", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** A number or none. */
    NUMBER("a number", EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** A point in time or none. */
    TIME(
            "a date such as 2026-11-22, today or -7d",
            EQUAL,
            NOT_EQUAL,
            LESS,
            AT_MOST,
            GREATER,
            AT_LEAST,
            IS_EMPTY,
            IS_NOT_EMPTY),
    /** Yes or no. */
    FLAG("true or false", EQUAL, NOT_EQUAL),
    /** A text that contains another. */
    PART("a part of the text", CONTAINS, LACKS),
    /** A text with words. */
    WORDS("one or more words", CONTAINS, LACKS),
    /** A task by its key. */
    KEY("a task's key such as TEAM-12", EQUAL, NOT_EQUAL, IN, NOT_IN),
    /** Another task by its key, or none. */
    PARENT("a task's key such as TEAM-12", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** Any number of other tasks, each by its key. */
    TASKS("a task's key such as TEAM-12", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** A sprint or none. */
    SPRINT("a sprint, or one of planned, active, completed", EQUAL, NOT_EQUAL, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY),
    /** A project by its key. */
    PROJECT("a project's key", EQUAL, NOT_EQUAL, IN, NOT_IN),
    /** A place in an order, which is all it is good for. */
    PLACE("nothing");

    private final String values;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Operator> operators;

    FieldKind(String values, Operator... operators) {
        this.values = values;
        this.operators = List.of(operators);
    }

    /** Says what values look like. */
    public String looks() {
        return values;
    }

    /** Returns the operators that make sense. */
    public List<Operator> operators() {
        return operators;
    }
}
