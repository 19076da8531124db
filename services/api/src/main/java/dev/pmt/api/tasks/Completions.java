package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.queries.Completion;
import dev.pmt.api.queries.Expected;
import dev.pmt.api.queries.Expected.AField;
import dev.pmt.api.queries.Expected.AValue;
import dev.pmt.api.queries.Expected.AnOperator;
import dev.pmt.api.queries.Expected.Rule;
import dev.pmt.api.queries.Expected.Words;
import dev.pmt.api.queries.Field;
import dev.pmt.api.queries.Fields;
import dev.pmt.api.queries.Operator;
import dev.pmt.api.queries.Printer;
import dev.pmt.api.wire.WireName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names what a reader may write next in a query: fields, operators, and values in their sight. */
@Component
class Completions {

    private static final int MOST = 20;
    private static final List<String> DATES = List.of("today", "yesterday", "-1d", "-7d", "-30d", "-3m");

    /** What an item is. */
    enum Kind {
        FIELD,
        OPERATOR,
        VALUE,
        KEYWORD;

        @JsonValue
        String wireName() {
            return WireName.of(this);
        }
    }

    /** One of the things that may stand there, as it is written. */
    record Item(Kind kind, String text) {}

    /**
     * What may stand at a place.
     *
     * @param position where what is replaced begins
     * @param length how long that is
     */
    record Answer(int position, int length, List<Item> items) {}

    private final QueryNames names;

    private final TaskQueries queries;

    Completions(QueryNames names, TaskQueries queries) {
        this.names = names;
        this.queries = queries;
    }

    /** Completes a query at a place. */
    Answer at(String text, int place, TaskScope scope) {
        var fields = queries.fields(scope);
        var completion = Completion.of(text, place, fields);
        var begun = completion.begun().toLowerCase(Locale.ROOT);
        var items = completion.expected().stream()
                .flatMap(expected -> items(expected, fields, scope))
                .filter(item -> bare(item.text).contains(begun))
                .sorted((a, b) -> Boolean.compare(
                        bare(b.text).startsWith(begun), bare(a.text).startsWith(begun)))
                .limit(MOST)
                .toList();
        return new Answer(completion.at().position(), completion.at().length(), items);
    }

    private static String bare(String text) {
        return (text.startsWith("\"") ? text.substring(1) : text).toLowerCase(Locale.ROOT);
    }

    private Stream<Item> items(Expected expected, Fields fields, TaskScope scope) {
        return switch (expected) {
            case AField(var forOrder) ->
                items(Kind.FIELD, fields.names(forOrder).stream().map(Printer::value));
            case AnOperator(var field) ->
                items(Kind.OPERATOR, field.kind().operators().stream().map(Operator::text));
            case AValue(var field) -> items(Kind.VALUE, values(field, scope).map(Printer::value));
            case Words(var words) -> items(Kind.KEYWORD, words.stream());
            case Rule rule -> Stream.of();
        };
    }

    private static Stream<Item> items(Kind kind, Stream<String> texts) {
        return texts.map(text -> new Item(kind, text));
    }

    private Stream<String> values(Field field, TaskScope scope) {
        return switch (field.kind()) {
            case CHOICE, LEVEL -> QueryFields.entry(field).choices().stream();
            case STATUS -> QueryValues.statusNames(names.statuses(scope)).stream();
            case PERSON, PEOPLE -> Stream.concat(Stream.of("me"), names.people(scope).stream());
            case SPRINT -> QueryValues.sprintNames(names.sprints(scope)).stream();
            case PROJECT -> names.projects(scope.reader()).keySet().stream();
            case LABELS -> names.labels(scope).stream();
            case OPTION, OPTIONS -> QueryValues.optionNames(field).stream();
            case TIME -> DATES.stream();
            case FLAG -> QueryValues.FLAGS.stream();
            case TEXT, NUMBER, PART, WORDS, KEY, PARENT, TASKS, PLACE -> Stream.of();
        };
    }
}
