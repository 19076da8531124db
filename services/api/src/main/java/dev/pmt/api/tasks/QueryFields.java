package dev.pmt.api.tasks;

import static dev.pmt.api.queries.FieldKind.CHOICE;
import static dev.pmt.api.queries.FieldKind.FLAG;
import static dev.pmt.api.queries.FieldKind.KEY;
import static dev.pmt.api.queries.FieldKind.LABELS;
import static dev.pmt.api.queries.FieldKind.LEVEL;
import static dev.pmt.api.queries.FieldKind.NUMBER;
import static dev.pmt.api.queries.FieldKind.PARENT;
import static dev.pmt.api.queries.FieldKind.PART;
import static dev.pmt.api.queries.FieldKind.PEOPLE;
import static dev.pmt.api.queries.FieldKind.PERSON;
import static dev.pmt.api.queries.FieldKind.PLACE;
import static dev.pmt.api.queries.FieldKind.PROJECT;
import static dev.pmt.api.queries.FieldKind.SPRINT;
import static dev.pmt.api.queries.FieldKind.STATUS;
import static dev.pmt.api.queries.FieldKind.TASKS;
import static dev.pmt.api.queries.FieldKind.TIME;
import static dev.pmt.api.queries.FieldKind.WORDS;

import dev.pmt.api.projects.CustomField;
import dev.pmt.api.projects.StatusCategory;
import dev.pmt.api.queries.Field;
import dev.pmt.api.queries.FieldKind;
import dev.pmt.api.queries.Fields;
import dev.pmt.api.wire.WireName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that queries may name, each with its SQL; a further field is one more entry. The tables are those of {@link
 * TaskSearch}: {@code task t}, {@code project p}, {@code status s}, the profiles {@code a} of assignees and {@code r} of
 * reporters.
 */
final class QueryFields {

    static final String PROJECT_KEY = "p.key";

    private static final String HOURS = "round(t.estimate_minutes / 60.0, 2)";

    private static final String LOGGED =
            "(SELECT round(coalesce(sum(w.minutes), 0) / 60.0, 2) FROM work_log w WHERE w.task_id = t.id)";

    /** Orders by the beginning of a text; a cursor keeps it, in one line. */
    private static final String TEXT_ORDER = "translate(lower(left(%s, 100)), E'\\n', ' ')";

    private static final SortKey BY_PROJECT = SortKey.of(PROJECT_KEY, SortKey.Type.TEXT);

    /**
     * A field and its SQL.
     *
     * @param sql what clauses compare
     * @param choices the names that a choice has, in their order
     * @param order what tasks are ordered by
     */
    record Entry(Field field, String sql, List<String> choices, List<SortKey> order) {

        private Entry(String name, FieldKind kind, String sql) {
            this(new Field(name, List.of(), kind, false), sql, List.of(), List.of());
        }

        private Entry or(String... names) {
            return new Entry(
                    new Field(field.name(), List.of(names), field.kind(), field.orders()), sql, choices, order);
        }

        private Entry by(SortKey... keys) {
            return new Entry(new Field(field.name(), field.others(), field.kind(), true), sql, choices, List.of(keys));
        }

        private Entry of(Enum<?>[] constants) {
            var names = Arrays.stream(constants).map(WireName::of).toList();
            var place = "array_position(ARRAY['" + String.join("', '", names) + "'], " + sql + ")";
            return new Entry(field, sql, names, List.of()).by(SortKey.of(place, SortKey.Type.NUMBER));
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("key", KEY, "t.number").by(BY_PROJECT, SortKey.deciding("t.number", SortKey.Type.NUMBER)),
            new Entry("project", PROJECT, "t.project_id").by(BY_PROJECT),
            new Entry("type", CHOICE, "t.type").of(TaskType.values()),
            new Entry("status", STATUS, "t.status_id").by(SortKey.of("s.position", SortKey.Type.NUMBER)),
            new Entry("category", CHOICE, "s.category").or("statusCategory").of(StatusCategory.values()),
            new Entry("priority", LEVEL, "t.priority").of(Priority.values()),
            new Entry("assignee", PERSON, "t.assignee_id").by(SortKey.withEmpties("lower(a.name)", SortKey.Type.TEXT)),
            new Entry("reporter", PERSON, "t.reporter_id").by(SortKey.withEmpties("lower(r.name)", SortKey.Type.TEXT)),
            new Entry("watcher", PEOPLE, "FROM task_watcher w"),
            new Entry("labels", LABELS, "t.labels").or("label"),
            new Entry("points", NUMBER, "t.points").by(SortKey.withEmpties("t.points", SortKey.Type.NUMBER)),
            new Entry("estimate", NUMBER, HOURS).by(SortKey.withEmpties(HOURS, SortKey.Type.NUMBER)),
            new Entry("logged", NUMBER, LOGGED).by(SortKey.of(LOGGED, SortKey.Type.NUMBER)),
            new Entry("created", TIME, "t.created_at").by(SortKey.of("t.created_at", SortKey.Type.TIME)),
            new Entry("updated", TIME, "t.updated_at").by(SortKey.of("t.updated_at", SortKey.Type.TIME)),
            new Entry("start", TIME, "(t.start_date AT TIME ZONE 'UTC')")
                    .by(SortKey.withEmpties("t.start_date", SortKey.Type.DAY)),
            new Entry("due", TIME, "(t.due_date AT TIME ZONE 'UTC')")
                    .by(SortKey.withEmpties("t.due_date", SortKey.Type.DAY)),
            new Entry("parent", PARENT, "t.parent_id"),
            related("blocks", RelationKind.BLOCKS),
            related("blockedBy", RelationKind.BLOCKED_BY),
            related("relatesTo", RelationKind.RELATES_TO),
            related("duplicates", RelationKind.DUPLICATES),
            related("duplicatedBy", RelationKind.DUPLICATED_BY),
            new Entry("sprint", SPRINT, "t.sprint_id"),
            new Entry("archived", FLAG, "t.archived"),
            new Entry("title", PART, "t.title").by(SortKey.of(TEXT_ORDER.formatted("t.title"), SortKey.Type.TEXT)),
            new Entry("text", WORDS, "to_tsvector('simple'::regconfig, t.title || ' ' || left(t.description, 50000))"),
            new Entry("rank", PLACE, "t.rank").by(BY_PROJECT, SortKey.deciding("t.rank", SortKey.Type.TEXT)));

    /** The fields that every task has, alone. */
    static final Fields FIELDS = new Fields(ENTRIES.stream().map(Entry::field).toList());

    private QueryFields() {}

    /**
     * Returns the fields with those that projects have added. Across projects, one that some of them have with another type
     * has no meaning, and is not there.
     */
    static Fields with(List<CustomField> added) {
        var byName = new LinkedHashMap<String, List<CustomField>>();
        added.forEach(field -> byName.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(field));
        var customs = byName.values().stream()
                .filter(alike ->
                        alike.stream().map(CustomField::type).distinct().count() == 1)
                .map(QueryFields::custom);
        return new Fields(Stream.concat(FIELDS.all().stream(), customs).toList());
    }

    private static Field custom(List<CustomField> alike) {
        var first = alike.getFirst();
        var kind = switch (first.type()) {
            case TEXT, URL -> FieldKind.TEXT;
            case NUMBER -> NUMBER;
            case DATE -> TIME;
            case SELECT -> FieldKind.OPTION;
            case MULTI_SELECT, COMPONENT, VERSION -> FieldKind.OPTIONS;
            case USER -> PERSON;
        };
        var ids = alike.stream().map(field -> field.id().toString()).toList();
        var options = alike.stream()
                .flatMap(field -> field.options().stream())
                .map(option -> new Field.Option(option.name(), option.id().toString()))
                .toList();
        return new Field(first.name(), List.of(), kind, kind != FieldKind.OPTIONS, new Field.Custom(ids, options));
    }

    private static Entry custom(Field field, Field.Custom custom) {
        var text = value(custom, "->>");
        return switch (field.kind()) {
            case NUMBER -> number(field, text + "::numeric");
            case TIME -> entry(field, "(" + text + "::date AT TIME ZONE 'UTC')", text + "::date", SortKey.Type.DAY);
            case PERSON ->
                entry(
                        field,
                        text + "::uuid",
                        "lower((SELECT f.name FROM profile f WHERE f.user_id = " + text + "::uuid))",
                        SortKey.Type.TEXT);
            case OPTION -> entry(field, text, place(custom, text), SortKey.Type.NUMBER);
            case OPTIONS -> new Entry(field, value(custom, "->"), List.of(), List.of());
            default -> entry(field, text, TEXT_ORDER.formatted(text), SortKey.Type.TEXT);
        };
    }

    private static Entry number(Field field, String sql) {
        return entry(field, sql, sql, SortKey.Type.NUMBER);
    }

    private static Entry entry(Field field, String sql, String order, SortKey.Type type) {
        return new Entry(field, sql, List.of(), List.of(SortKey.withEmpties(order, type)));
    }

    /** Selects what a task has in whichever of the fields is its project's; ids are of the database, never of a caller. */
    private static String value(Field.Custom custom, String operator) {
        return custom.ids().stream()
                .map(id -> "t.custom " + operator + " '" + id + "'")
                .collect(Collectors.joining(", ", "(coalesce(", "))"));
    }

    private static String place(Field.Custom custom, String sql) {
        var ids = custom.options().stream().map(option -> "'" + option.id() + "'");
        return "array_position(ARRAY[" + ids.collect(Collectors.joining(", ")) + "], " + sql + ")";
    }

    private static Entry related(String name, RelationKind kind) {
        return new Entry(name, TASKS, RelatedTask.relations(kind));
    }

    static Field field(String name) {
        return FIELDS.find(name).orElseThrow();
    }

    /** Returns the entry of a field. */
    static Entry entry(Field field) {
        if (field.custom() != null) {
            return custom(field, field.custom());
        }
        return ENTRIES.stream()
                .filter(entry -> entry.field.equals(field))
                .findFirst()
                .orElseThrow();
    }
}
