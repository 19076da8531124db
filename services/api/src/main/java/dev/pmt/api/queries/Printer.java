package dev.pmt.api.queries;

import dev.pmt.api.queries.Condition.And;
import dev.pmt.api.queries.Condition.Clause;
import dev.pmt.api.queries.Condition.Not;
import dev.pmt.api.queries.Condition.Or;
import java.util.List;
import java.util.stream.Collectors;

/** Writes queries so that {@link Parser} reads the same again. */
public final class Printer {

    private Printer() {}

    /** Writes a query. */
    public static String print(Query query) {
        var condition = query.condition() == null ? "" : text(query.condition());
        if (query.order().isEmpty()) {
            return condition;
        }
        var order = query.order().stream()
                .map(by -> value(by.field().name()) + (by.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", "));
        return (condition + " ORDER BY " + order).strip();
    }

    /** Writes a value, in quotes where it needs them. */
    public static String value(String text) {
        return Lexer.isWord(text) ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text(Condition condition) {
        return switch (condition) {
            case And(var parts) -> joined(parts, " AND ");
            case Or(var parts) -> joined(parts, " OR ");
            case Not(var part) -> "NOT " + inner(part);
            case Clause clause -> clause(clause);
        };
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(Printer::inner).collect(Collectors.joining(word));
    }

    private static String inner(Condition condition) {
        return switch (condition) {
            case And and -> "(" + text(and) + ")";
            case Or or -> "(" + text(or) + ")";
            case Not not -> text(not);
            case Clause clause -> clause(clause);
        };
    }

    private static String clause(Clause clause) {
        var start = value(clause.field().name()) + " " + clause.operator().text();
        return switch (clause.operator()) {
            case IS_EMPTY, IS_NOT_EMPTY -> start;
            case IN, NOT_IN ->
                start
                        + clause.values().stream()
                                .map(value -> value(value.text()))
                                .collect(Collectors.joining(", ", " (", ")"));
            default -> start + " " + value(clause.values().getFirst().text());
        };
    }
}
