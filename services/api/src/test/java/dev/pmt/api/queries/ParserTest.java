package dev.pmt.api.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.queries.Condition.Clause;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

    private static final Field TYPE = new Field("type", List.of("kind"), FieldKind.CHOICE, true);
    private static final Field POINTS = new Field("points", List.of(), FieldKind.NUMBER, true);
    private static final Field TEXT = new Field("text", List.of(), FieldKind.WORDS, false);
    private static final Field LABELS = new Field("labels", List.of(), FieldKind.LABELS, false);
    private static final Field RANK = new Field("rank", List.of(), FieldKind.PLACE, true);
    private static final Fields FIELDS = new Fields(List.of(TYPE, POINTS, TEXT, LABELS, RANK));
    private static final List<String> PIECES = List.of(
            "type", "points", "text", "rank", "and", "OR", "not", "in", "is", "empty", "order", "by", "desc", "(", ")",
            ",", "=", "!", "<", ">", "~", "!=", "\"", "\\", "a b", "-7d", "\0", "\uD800", "🚀", "\t", "1e9", "");

    private static Parsed parse(String text) {
        return Parser.parse(text, FIELDS);
    }

    private static QueryFault fault(String text) {
        return (QueryFault) parse(text);
    }

    @Property
    void reads_what_it_wrote(@ForAll("queries") Query query) {
        var text = Printer.print(query);

        assertThat(parse(text)).as(text).isEqualTo(query);
    }

    @Property(tries = 5000)
    void ends_with_a_query_or_a_place_for_any_text(@ForAll("texts") String text) {
        if (parse(text) instanceof QueryFault fault) {
            assertThat(fault.at().position()).isNotNegative();
            assertThat(fault.at().end()).isBetween(fault.at().position(), text.length());
            assertThat(fault.texts()).isNotEmpty();
        }
    }

    @Property
    void can_go_on_wherever_a_query_is_cut(@ForAll("queries") Query query, @ForAll int seed) {
        var text = Printer.print(query);
        var cut = text.substring(0, Math.floorMod(seed, text.length() + 1));

        assertThat(Parser.after(cut, FIELDS).expected()).isNotEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join(" ", pieces));
    }

    @Provide
    Arbitrary<Query> queries() {
        var order = Combinators.combine(Arbitraries.of(TYPE, POINTS, RANK), Arbitraries.of(true, false))
                .as(Query.Order::new);
        return Combinators.combine(conditions(4).injectNull(0.1), order.list().ofMaxSize(3))
                .as(Query::new);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        var clauses = Arbitraries.of(TYPE, POINTS, TEXT, LABELS).flatMap(ParserTest::clauses);
        if (depth == 0) {
            return clauses;
        }
        var parts = conditions(depth - 1).list().ofMinSize(2).ofMaxSize(2);
        return Arbitraries.oneOf(
                clauses,
                clauses,
                conditions(depth - 1).map(Condition.Not::new),
                parts.map(Condition.And::new),
                parts.map(Condition.Or::new));
    }

    private static Arbitrary<Condition> clauses(Field field) {
        var text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).filter(some -> some.indexOf('\0') < 0),
                Arbitraries.of("AND", "a b", "\"", "\\", "", "(", "-7d", "O'Brien", "é"));
        var value = text.map(some -> new Value(some, new Span(0, 0)));
        return Arbitraries.of(field.kind().operators()).flatMap(operator -> switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> Arbitraries.just(clause(field, operator, List.of()));
            case IN, NOT_IN -> value.list().ofMinSize(1).ofMaxSize(3).map(values -> clause(field, operator, values));
            default -> value.map(one -> clause(field, operator, List.of(one)));
        });
    }

    private static Condition clause(Field field, Operator operator, List<Value> values) {
        return new Clause(field, operator, values, new Span(0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            KIND=bug and points>=3                 | type = bug AND points >= 3
            type = a or type = b and points = 1    | type = a OR (type = b AND points = 1)
            not (type in (a,"b c")) order by rank  | NOT type IN (a, "b c") ORDER BY rank
            points is NOT empty ORDER BY rank asc, points desc | points IS NOT EMPTY ORDER BY rank, points DESC
            type not in ("and") AND text ~ "say \\"x\\"" | type NOT IN ("and") AND text ~ "say \\"x\\""
            ORDER BY points                        | ORDER BY points
            """)
    void binds_as_it_is_written(String text, String printed) {
        assertThat(Printer.print((Query) parse(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            typ = bug             | 0  | 3 | a field                       | type
            type bug              | 5  | 3 | =,!=,IN,NOT IN                |
            type < bug            | 5  | 1 | =,!=,IN,NOT IN                |
            type =                | 6  | 0 | one of its values             |
            type = in progress    | 7  | 2 | one of its values             |
            type = a b            | 9  | 1 | AND,OR,ORDER BY               |
            (type = a             | 9  | 0 | AND,OR,)                      |
            type in (a b)         | 11 | 1 | `,,)`                         |
            text ~ "open          | 7  | 5 | a closing "                   |
            points is not         | 13 | 0 | EMPTY                         |
            order by text         | 9  | 4 | a field to order by           |
            rank = 1              | 0  | 4 | a field                       |
            type ! a              | 5  | 1 | !=,!~,NOT                     |
            """)
    void says_where_it_went_wrong_and_what_was_expected(
            String text, int position, int length, String expected, String suggestion) {
        var fault = fault(text.strip());

        assertThat(List.of(fault.at().position(), fault.at().length())).containsExactly(position, length);
        assertThat(String.join(",", fault.texts())).isEqualTo(expected);
        assertThat(fault.suggestions()).isEqualTo(suggestion == null ? List.of() : List.of(suggestion));
    }

    @Test
    void bounds_what_a_query_may_cost() {
        assertThat(fault("(".repeat(2000)).texts()).containsExactly("at most 32 levels of NOT and parentheses");
        assertThat(fault("not ".repeat(500)).texts()).containsExactly("at most 32 levels of NOT and parentheses");
        assertThat(fault("points=1 or ".repeat(60) + "points=1").texts()).containsExactly("at most 50 conditions");
        assertThat(fault("points in (" + "1,".repeat(60) + "1)").texts()).containsExactly("at most 50 values");
        assertThat(fault("order by rank" + ",rank".repeat(5)).texts()).containsExactly("at most 5 fields to order by");
        assertThat(fault(" ".repeat(2001)).at().position()).isEqualTo(2000);
    }
}
