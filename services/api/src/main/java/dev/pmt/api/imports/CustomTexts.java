package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomField;
import dev.pmt.api.tasks.CustomRules;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads the texts of CSV cells as values of a project's custom fields, by the rules of the API, and writes such values. */
final class CustomTexts {

    /** Longer than the name of an option, and the blanks around it. */
    private static final int LONGEST_OPTION = 200;

    private static final int LONGEST_OPTIONS = 20_000;

    private final List<CustomField> fields;
    private final CustomRules rules;
    private final Function<String, Optional<UserId>> members;

    /** Knows the fields of a project, and who of its members a text means. */
    CustomTexts(List<CustomField> fields, Function<String, Optional<UserId>> members) {
        this.fields = fields;
        this.rules = new CustomRules(fields, user -> true);
        this.members = members;
    }

    Optional<CustomField> find(Fillable.Custom wanted) {
        return fields.stream().filter(field -> field.id().equals(wanted.id())).findFirst();
    }

    /**
     * Returns the value in the form of the API, empty when there is none, as for a person who is no member; notes what breaks a
     * rule under the column's name.
     *
     * @param cells of all columns that fill the field
     */
    Optional<JsonNode> read(Faults faults, String column, CustomField field, List<String> cells) {
        var texts = cells.stream()
                .filter(cell -> !cell.isBlank())
                .map(String::strip)
                .toList();
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        var text = texts.getFirst();
        var form = switch (field.type()) {
            case TEXT, NUMBER, URL -> Optional.of(text);
            case DATE -> day(faults, column, text);
            case SELECT -> option(faults, column, field, text);
            case MULTI_SELECT, COMPONENT, VERSION -> options(faults, column, field, texts);
            case USER -> members.apply(text).map(UserId::toString);
        };
        return form.flatMap(value -> rules.read(faults, column, field, StringNode.valueOf(value)));
    }

    /** Writes a value, options by their names, as queries call them. */
    static String write(JsonNode value, CustomField field) {
        return String.join("; ", parts(value, field));
    }

    /** Writes a value, each option by itself. */
    static List<String> parts(JsonNode value, CustomField field) {
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .map(JsonNode::asString)
                .map(text -> field.option(text).map(CustomField.Option::name).orElse(text))
                .toList();
    }

    private static Optional<String> day(Faults faults, String column, String text) {
        var day = DayTexts.parse(text);
        faults.check(day.isPresent(), column, column + " " + DayTexts.RULE + ": " + Excerpt.of(text));
        return day.map(Object::toString);
    }

    private static Optional<String> option(Faults faults, String column, CustomField field, String text) {
        var option = named(field, text);
        faults.check(
                option.isPresent(),
                column,
                column + " must be one of its options ("
                        + field.options().stream().map(CustomField.Option::name).collect(Collectors.joining(", "))
                        + "): " + Excerpt.of(text));
        return option;
    }

    private static Optional<String> options(Faults faults, String column, CustomField field, List<String> texts) {
        var open = faults.list().size();
        texts.forEach(text -> Texts.check(faults, column, text, 1, LONGEST_OPTIONS));
        var names = faults.list().size() > open
                ? List.<String>of()
                : texts.stream().flatMap(text -> divided(field, text).stream()).toList();
        var ids = new LinkedHashSet<String>();
        for (var name : names) {
            var id = option(faults, column, field, name);
            if (id.isEmpty()) {
                return id;
            }
            ids.add(id.get());
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(",", ids));
    }

    /** Divides a text at commas and semicolons, but not those within the name of an option. */
    private static List<String> divided(CustomField field, String text) {
        var names = new ArrayList<String>();
        for (int from = 0; from < text.length(); ) {
            var begin = from;
            var ends = IntStream.rangeClosed(begin, Math.min(text.length(), begin + LONGEST_OPTION))
                    .filter(end -> end == text.length() || text.charAt(end) == ',' || text.charAt(end) == ';')
                    .boxed()
                    .toList();
            var end = ends.reversed().stream()
                    .filter(far -> named(field, text.substring(begin, far)).isPresent())
                    .findFirst()
                    .orElse(ends.isEmpty() ? text.length() : ends.getFirst());
            names.add(text.substring(begin, end).strip());
            from = end + 1;
        }
        names.removeIf(String::isEmpty);
        return names;
    }

    private static Optional<String> named(CustomField field, String text) {
        var name = text.strip();
        return field.options().stream()
                .filter(option -> option.name().equalsIgnoreCase(name))
                .map(option -> option.id().toString())
                .findFirst();
    }
}
