package dev.pmt.api.queries;

import dev.pmt.api.queries.Condition.Clause;
import dev.pmt.api.queries.Token.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads queries by recursive descent; the grammar is in docs/query-language.md. Bounds keep every query cheap. */
public final class Parser {

    /** Longest query, in UTF-16 units. */
    public static final int LONGEST = 2000;

    private static final int DEEPEST = 32;
    private static final int MOST_CLAUSES = 50;
    private static final int MOST_VALUES = 50;
    private static final int MOST_ORDERS = 5;

    private final Fields fields;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private int clauses;

    private Parser(List<Token> tokens, Fields fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /** Reads a text. */
    public static Parsed parse(String text, Fields fields) {
        return read(text, fields, Parser::query);
    }

    /** Tells what may stand behind the beginning of a query. */
    static QueryFault after(String beginning, Fields fields) {
        return (QueryFault) read(beginning, fields, parser -> {
            parser.query();
            throw parser.stop(parser.goesOn());
        });
    }

    private static Parsed read(String text, Fields fields, Function<Parser, Parsed> rule) {
        try {
            if (text.length() > LONGEST) {
                var rest = new Span(LONGEST, text.length() - LONGEST);
                throw new Stop(rest, text.substring(LONGEST), new Expected.Rule("its end (at most 2000 characters)"));
            }
            return rule.apply(new Parser(new Lexer(text).tokens(), fields));
        } catch (Stop stop) {
            return stop.fault();
        }
    }

    private Query query() {
        var condition = peek().shape() == Shape.END || peek().is("ORDER") ? null : any();
        var order = takes("ORDER") ? orders() : List.<Query.Order>of();
        if (peek().shape() != Shape.END) {
            throw stop(order.isEmpty() ? goesOn() : new Expected.Words("ASC", "DESC", ","));
        }
        return new Query(condition, order);
    }

    /** Says what may follow here, at the end of a query that is whole. */
    private Expected goesOn() {
        if (tokens.stream().anyMatch(token -> token.is("ORDER"))) {
            return new Expected.Words("ASC", "DESC", ",");
        }
        return tokens.size() == 1 ? new Expected.AField(false) : new Expected.Words("AND", "OR", "ORDER BY");
    }

    private Condition any() {
        return joined("OR", this::all, Condition.Or::new);
    }

    private Condition all() {
        return joined("AND", this::one, Condition.And::new);
    }

    private Condition joined(String word, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(part.get());
        } while (takes(word));
        return parts.size() == 1 ? parts.getFirst() : join.apply(List.copyOf(parts));
    }

    private Condition one() {
        if (takes("NOT")) {
            return deeper(() -> new Condition.Not(one()));
        }
        if (peek().shape() != Shape.OPEN) {
            return clause();
        }
        take();
        return deeper(() -> {
            var inner = any();
            need(Shape.CLOSE, "AND", "OR", ")");
            return inner;
        });
    }

    private Condition deeper(Supplier<Condition> part) {
        if (++depth > DEEPEST) {
            next--;
            throw stop(new Expected.Rule("at most " + DEEPEST + " levels of NOT and parentheses"));
        }
        var inner = part.get();
        depth--;
        return inner;
    }

    private Clause clause() {
        var name = peek();
        var field = field(false);
        if (++clauses > MOST_CLAUSES) {
            next--;
            throw stop(new Expected.Rule("at most " + MOST_CLAUSES + " conditions"));
        }
        var operator = operator(field);
        var values = switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> List.<Value>of();
            case IN, NOT_IN -> values(field);
            default -> List.of(value(field));
        };
        return new Clause(
                field, operator, values, name.at().to(tokens.get(next - 1).at()));
    }

    private Field field(boolean forOrder) {
        var expected = new Expected.AField(forOrder);
        var token = peek();
        if (token.shape() != Shape.STRING && !token.isPlain()) {
            throw forOrder ? stop(expected) : stop(expected, new Expected.Words("NOT", "("));
        }
        var field = fields.find(token.text()).filter(forOrder ? Field::orders : Field::filters);
        if (field.isEmpty()) {
            throw new Stop(QueryFault.of(new Value(token.text(), token.at()), expected, fields.names(forOrder)));
        }
        take();
        return field.get();
    }

    private Operator operator(Field field) {
        var start = next;
        var operator = written();
        if (operator == null || !field.kind().operators().contains(operator)) {
            next = operator == null ? next : start;
            throw stop(new Expected.AnOperator(field));
        }
        return operator;
    }

    private @Nullable Operator written() {
        if (peek().shape() == Shape.SYMBOL) {
            return Operator.of(take().text()).orElseThrow();
        }
        if (takes("IN")) {
            return Operator.IN;
        }
        if (takes("NOT")) {
            need("IN");
            return Operator.NOT_IN;
        }
        if (takes("IS")) {
            var negated = takes("NOT");
            if (!takes("EMPTY")) {
                throw stop(negated ? new Expected.Words("EMPTY") : new Expected.Words("EMPTY", "NOT EMPTY"));
            }
            return negated ? Operator.IS_NOT_EMPTY : Operator.IS_EMPTY;
        }
        return null;
    }

    private List<Value> values(Field field) {
        need(Shape.OPEN, "(");
        var values = new ArrayList<Value>();
        do {
            values.add(value(field));
        } while (peek().shape() == Shape.COMMA && take().shape() == Shape.COMMA);
        need(Shape.CLOSE, ",", ")");
        if (values.size() > MOST_VALUES) {
            next--;
            throw stop(new Expected.Rule("at most " + MOST_VALUES + " values"));
        }
        return List.copyOf(values);
    }

    private Value value(Field field) {
        var token = peek();
        if (token.shape() != Shape.STRING && !token.isPlain()) {
            throw stop(new Expected.AValue(field));
        }
        take();
        return new Value(token.text(), token.at());
    }

    private List<Query.Order> orders() {
        need("BY");
        var orders = new ArrayList<Query.Order>();
        do {
            if (orders.size() == MOST_ORDERS) {
                throw stop(new Expected.Rule("at most " + MOST_ORDERS + " fields to order by"));
            }
            var field = field(true);
            orders.add(new Query.Order(field, !takes("ASC") && takes("DESC")));
        } while (peek().shape() == Shape.COMMA && take().shape() == Shape.COMMA);
        return List.copyOf(orders);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean takes(String keyword) {
        if (!peek().is(keyword)) {
            return false;
        }
        next++;
        return true;
    }

    private void need(String keyword) {
        if (!takes(keyword)) {
            throw stop(new Expected.Words(keyword));
        }
    }

    private void need(Shape shape, String... words) {
        if (peek().shape() != shape) {
            throw stop(new Expected.Words(words));
        }
        next++;
    }

    private Stop stop(Expected... expected) {
        return new Stop(peek().at(), peek().text(), expected);
    }
}
