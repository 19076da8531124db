package dev.pmt.api.imports;

import dev.pmt.api.projects.CustomField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a file and the fields they fill. */
final class Header {

    /** What stands before the name of a custom field in our exports. */
    static final String OWN_FIELD_PREFIX = "pmt_field:";

    private static final String OWN_PREFIX = "pmt_";

    private static final int LONGEST_NAME = 1000;

    private final List<Column> columns;
    private final List<Fillable> filled;

    /**
     * A column of a file.
     *
     * @param name as in the file
     * @param occurrence 1 for the first column of that name, 2 for the next
     * @param field what it fills, null when its text is only kept
     */
    record Column(String name, int occurrence, @Nullable Fillable field) {

        /** Answers whether the column was written by PMT from what it knows itself, so that nothing is kept of it. */
        boolean isOwn() {
            return name.startsWith(OWN_PREFIX);
        }
    }

    private Header(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.filled = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.field()))
                .distinct()
                .toList();
    }

    /**
     * Recognises columns: what the mapping names, then what usually fills a task field, then the project's custom fields by
     * their names.
     *
     * @throws FileFault when the mapping names a column that is not there
     */
    static Header of(List<String> names, Mapping mapping, List<CustomField> customFields) {
        for (var name : names) {
            if (name.indexOf('\0') >= 0 || name.length() > LONGEST_NAME) {
                throw new FileFault(1L, "the header must hold names of at most 1,000 characters without NUL");
            }
        }
        var fields = new Fillable[names.size()];
        for (var field : TaskField.values()) {
            var wanted = mapping.columns().get(field);
            if (wanted != null && !wanted.isEmpty()) {
                assign(
                        fields,
                        names,
                        field,
                        field == TaskField.LABELS,
                        find(fields, names, wanted)
                                .orElseThrow(
                                        () -> new FileFault(1L, "the file must have the mapped column: " + wanted)));
            }
        }
        for (var field : TaskField.values()) {
            if (!mapping.columns().containsKey(field)) {
                field.headers().stream()
                        .flatMap(header -> find(fields, names, header).stream())
                        .findFirst()
                        .ifPresent(found -> assign(fields, names, field, field == TaskField.LABELS, found));
            }
        }
        for (var field : customFields) {
            if (!field.archived()) {
                headers(field)
                        .flatMap(header -> find(fields, names, header).stream())
                        .findFirst()
                        .ifPresent(found -> assign(
                                fields,
                                names,
                                new Fillable.Custom(field.id()),
                                field.type().isSeveral(),
                                found));
            }
        }
        return new Header(columns(names, fields));
    }

    /** Counts the recognised columns of a header, whatever else is wrong with it. */
    static int recognised(List<String> names, Mapping mapping) {
        var known = Arrays.stream(TaskField.values())
                .filter(field -> field.headers().stream().anyMatch(header -> holds(names, header)))
                .count();
        var mapped = mapping.columns().values().stream()
                .filter(column -> holds(names, column))
                .count();
        return (int) (known + mapped);
    }

    List<Column> columns() {
        return columns;
    }

    /** Returns the positions of the columns that fill a field. */
    List<Integer> positions(Fillable field) {
        return IntStream.range(0, columns.size())
                .filter(i -> field.equals(columns.get(i).field()))
                .boxed()
                .toList();
    }

    /** Returns the fields that columns fill. */
    List<Fillable> filled() {
        return filled;
    }

    /** Returns the required fields that no column fills. */
    List<TaskField> missing() {
        return Arrays.stream(TaskField.values())
                .filter(TaskField::isRequired)
                .filter(field -> positions(field).isEmpty())
                .toList();
    }

    /** Refuses a file without a required column. */
    void requireComplete() {
        for (var field : missing()) {
            throw new FileFault(
                    1L,
                    "the file must have a column for %s, such as %s; or name it by map=%s=Column"
                            .formatted(field.wireName(), field.ownHeader(), field.wireName()));
        }
    }

    private static boolean holds(List<String> names, String wanted) {
        return names.stream().anyMatch(name -> normal(name).equals(normal(wanted)));
    }

    /** Returns how columns of a custom field are called: in our exports, by its name, in Jira's exports. */
    private static Stream<String> headers(CustomField field) {
        return Stream.of(OWN_FIELD_PREFIX + field.name(), field.name(), "Custom field (" + field.name() + ")");
    }

    private static Optional<Integer> find(@Nullable Fillable[] fields, List<String> names, String wanted) {
        var free = IntStream.range(0, names.size())
                .filter(i -> fields[i] == null)
                .boxed()
                .toList();
        return free.stream()
                .filter(i -> names.get(i).equals(wanted))
                .findFirst()
                .or(() -> free.stream()
                        .filter(i -> normal(names.get(i)).equals(normal(wanted)))
                        .findFirst());
    }

    /** Gives a column to a field; one of several values takes all free columns of the same name. */
    private static void assign(
            @Nullable Fillable[] fields, List<String> names, Fillable field, boolean isSeveral, int position) {
        fields[position] = field;
        for (int i = position + 1; isSeveral && i < names.size(); i++) {
            if (fields[i] == null && names.get(i).equals(names.get(position))) {
                fields[i] = field;
            }
        }
    }

    private static List<Column> columns(List<String> names, @Nullable Fillable[] fields) {
        var occurrences = new HashMap<String, Integer>();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < names.size(); i++) {
            var occurrence = Objects.requireNonNull(occurrences.merge(names.get(i), 1, Integer::sum));
            columns.add(new Column(names.get(i), occurrence, fields[i]));
        }
        return columns;
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
