package dev.pmt.api.tasks;

import dev.pmt.api.queries.Condition;
import dev.pmt.api.queries.Condition.And;
import dev.pmt.api.queries.Condition.Clause;
import dev.pmt.api.queries.Condition.Not;
import dev.pmt.api.queries.Condition.Or;
import dev.pmt.api.queries.FieldKind;
import dev.pmt.api.queries.Operator;
import dev.pmt.api.queries.Value;
import dev.pmt.api.queries.When;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes SQL of a query's condition. Every part is true or false, never unknown, so that NOT turns it round: {@code points !=
 * 3} holds for tasks without points. All that a caller wrote becomes a parameter.
 */
final class QuerySql {

    private final QueryValues values;
    private final Conditions conditions;
    private int bound;

    QuerySql(QueryValues values, Conditions conditions) {
        this.values = values;
        this.conditions = conditions;
    }

    /** Returns the SQL, its parameters given to the conditions. */
    String of(Condition condition) {
        return switch (condition) {
            case And(var parts) -> joined(parts, " AND ");
            case Or(var parts) -> joined(parts, " OR ");
            case Not(var part) -> not(of(part), isKnown(part));
            case Clause clause -> clause(clause);
        };
    }

    private String joined(List<Condition> parts, String word) {
        return parts.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
    }

    /** Turns a part round. What is never unknown is turned so that PostgreSQL's statistics tell how many tasks that leaves. */
    private static String not(String sql, boolean isKnown) {
        return isKnown ? "NOT (" + sql + ")" : "(" + sql + ") IS NOT TRUE";
    }

    /** Tells whether a part is never unknown in SQL, as for labels, which every task has a list of. */
    private static boolean isKnown(Condition condition) {
        return switch (condition) {
            case And(var parts) -> parts.stream().allMatch(QuerySql::isKnown);
            case Or(var parts) -> parts.stream().allMatch(QuerySql::isKnown);
            case Not _ -> true;
            case Clause clause -> clause.field().kind() == FieldKind.LABELS;
        };
    }

    private String clause(Clause clause) {
        var entry = QueryFields.entry(clause.field());
        return switch (clause.operator()) {
            case EQUAL, IN -> anyOf(entry, clause.values());
            case NOT_EQUAL, NOT_IN -> not(anyOf(entry, clause.values()), isKnown(clause));
            case CONTAINS -> contains(entry, clause.values().getFirst());
            case LACKS -> not(contains(entry, clause.values().getFirst()), false);
            case IS_EMPTY -> empty(entry);
            case IS_NOT_EMPTY -> present(entry);
            case LESS, AT_MOST, GREATER, AT_LEAST ->
                compared(entry, clause.operator(), clause.values().getFirst());
        };
    }

    private String anyOf(QueryFields.Entry entry, List<Value> wanted) {
        var field = entry.field();
        return switch (field.kind()) {
            case CHOICE, LEVEL -> in(entry.sql(), "text", wanted, value -> List.of(values.choice(entry, value)));
            case STATUS -> in(entry.sql(), "uuid", wanted, value -> values.statuses(field, value));
            case SPRINT -> in(entry.sql(), "uuid", wanted, value -> values.sprints(field, value));
            case PERSON -> in(entry.sql(), "uuid", wanted, value -> values.people(field, value));
            case PEOPLE ->
                "t.id IN (SELECT w.task_id " + entry.sql() + " WHERE "
                        + in("w.user_id", "uuid", wanted, value -> values.people(field, value)) + ")";
            case PROJECT -> in(entry.sql(), "uuid", wanted, value -> List.of(values.project(field, value)));
            case NUMBER -> in(entry.sql(), "numeric", wanted, value -> List.of(values.number(field, value)));
            case TEXT ->
                wanted.stream()
                        .map(value -> "lower(" + entry.sql() + ") = lower(" + bind(values.part(field, value)) + ")")
                        .collect(Collectors.joining(" OR ", "(", ")"));
            case OPTION -> in(entry.sql(), "text", wanted, value -> values.options(field, value));
            case OPTIONS ->
                "jsonb_exists_any(" + entry.sql() + ", string_to_array("
                        + bind(joined(wanted, value -> values.options(field, value))) + ", ','))";
            case LABELS ->
                entry.sql() + " && string_to_array("
                        + bind(joined(wanted, value -> List.of(values.label(field, value)))) + ", ',')";
            case KEY ->
                wanted.stream()
                        .map(value -> key(values.key(field, value), "p", "t"))
                        .collect(Collectors.joining(" OR ", "(", ")"));
            case PARENT ->
                wanted.stream()
                        .map(value -> entry.sql() + " = " + task(values.key(field, value)))
                        .collect(Collectors.joining(" OR ", "(", ")"));
            case TASKS ->
                wanted.stream()
                        .map(value -> key(values.key(field, value), "q", "o"))
                        .collect(Collectors.joining(" OR ", "t.id IN (SELECT l.one " + entry.sql() + " WHERE ", ")"));
            case FLAG -> values.flag(wanted.getFirst()) ? entry.sql() : "NOT " + entry.sql();
            case TIME -> onDay(entry.sql(), values.when(field, wanted.getFirst()));
            case PART, WORDS, PLACE -> throw new IllegalStateException("operator must suit the field: " + entry);
        };
    }

    private String in(String sql, String type, List<Value> wanted, Function<Value, List<?>> meaning) {
        return sql + " = ANY (string_to_array(" + bind(joined(wanted, meaning)) + ", ',')::" + type + "[])";
    }

    private static String joined(List<Value> wanted, Function<Value, List<?>> meaning) {
        return wanted.stream()
                .flatMap(value -> meaning.apply(value).stream())
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private String key(TaskKey key, String project, String task) {
        return "(" + project + ".key = " + bind(key.project()) + " AND " + task + ".number = " + bind(key.number())
                + ")";
    }

    /** Selects a task's id; a parent is of its children's project, so whoever sees them sees it. */
    private String task(TaskKey key) {
        return "(SELECT c.id FROM task c JOIN project q ON q.id = c.project_id WHERE q.key = " + bind(key.project())
                + " AND c.number = " + bind(key.number()) + ")";
    }

    private String onDay(String sql, When when) {
        var day = new When.Day(when.day());
        return "(" + sql + " >= " + bind(day.start()) + " AND " + sql + " < " + bind(day.end()) + ")";
    }

    private String contains(QueryFields.Entry entry, Value value) {
        return switch (entry.field().kind()) {
            case PART, TEXT -> entry.sql() + " ILIKE " + bind(TaskFilter.pattern(values.part(entry.field(), value)));
            case WORDS -> entry.sql() + " @@ " + words(bind(values.words(entry.field(), value)), " & ");
            default -> throw new IllegalStateException("operator must suit the field: " + entry);
        };
    }

    /** Makes the search for all words that a text has, or for any, each perhaps the beginning of a longer one. */
    static String words(String parameter, String join) {
        return """
                (SELECT string_agg('''' || replace(replace(w.lexeme, '\\', '\\\\'), '''', '''''') || ''':*', '%s')
                   FROM unnest(to_tsvector('simple', %s)) w)::tsquery""".formatted(join, parameter);
    }

    private static String empty(QueryFields.Entry entry) {
        return switch (entry.field().kind()) {
            case LABELS -> entry.sql() + " = '{}'";
            case TASKS -> "NOT EXISTS (SELECT " + entry.sql() + " WHERE l.one = t.id)";
            case PEOPLE -> "NOT EXISTS (SELECT " + entry.sql() + " WHERE w.task_id = t.id)";
            default -> entry.sql() + " IS NULL";
        };
    }

    /** As a join where a query's parts allow it, so that what there is leads to the tasks. */
    private static String present(QueryFields.Entry entry) {
        return switch (entry.field().kind()) {
            case TASKS -> "t.id IN (SELECT l.one " + entry.sql() + ")";
            case PEOPLE -> "t.id IN (SELECT w.task_id " + entry.sql() + ")";
            default -> not(empty(entry), true);
        };
    }

    private String compared(QueryFields.Entry entry, Operator operator, Value value) {
        return switch (entry.field().kind()) {
            case LEVEL -> entry.sql() + " = ANY (string_to_array(" + bind(levels(entry, operator, value)) + ", ','))";
            case NUMBER -> entry.sql() + " " + operator.text() + " " + bind(values.number(entry.field(), value));
            case TIME -> entry.sql() + time(operator, values.when(entry.field(), value));
            default -> throw new IllegalStateException("operator must suit the field: " + entry);
        };
    }

    private String levels(QueryFields.Entry entry, Operator operator, Value value) {
        var levels = entry.choices();
        var at = levels.indexOf(values.choice(entry, value));
        var kept = switch (operator) {
            case LESS -> levels.subList(0, at);
            case AT_MOST -> levels.subList(0, at + 1);
            case GREATER -> levels.subList(at + 1, levels.size());
            default -> levels.subList(at, levels.size());
        };
        return String.join(",", kept);
    }

    private String time(Operator operator, When when) {
        return switch (operator) {
            case LESS -> " < " + bind(when.start());
            case AT_MOST -> when instanceof When.Day ? " < " + bind(when.end()) : " <= " + bind(when.end());
            case GREATER -> when instanceof When.Day ? " >= " + bind(when.end()) : " > " + bind(when.end());
            default -> " >= " + bind(when.start());
        };
    }

    private String bind(Object value) {
        var name = "q" + bound++;
        conditions.with(name, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        return ":" + name;
    }
}
