package dev.pmt.api.tasks;

import dev.pmt.api.projects.Status;
import dev.pmt.api.projects.StatusCategory;
import dev.pmt.api.queries.Expected;
import dev.pmt.api.queries.Field;
import dev.pmt.api.queries.QueryFault;
import dev.pmt.api.queries.Value;
import dev.pmt.api.queries.When;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the values of a query mean to its reader; what means nothing is refused where it stands (400). */
final class QueryValues {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final List<String> CATEGORIES =
            Arrays.stream(StatusCategory.values()).map(WireName::of).toList();
    private static final List<String> SPRINT_STATES =
            Arrays.stream(SprintState.values()).map(WireName::of).toList();
    private static final int UUID_LENGTH = 36;

    static final List<String> FLAGS = List.of("true", "false");
    static final List<String> DAYS = List.of("today", "yesterday", "tomorrow", "now");

    private final QueryNames names;
    private final TaskScope scope;
    private final Instant now;

    // Each is looked up once, however often a query names it.
    private final Map<String, List<UUID>> people = new HashMap<>();
    private @Nullable List<Status> statuses;
    private @Nullable List<TaskSprint> sprints;
    private @Nullable Map<String, UUID> projects;

    QueryValues(QueryNames names, TaskScope scope, Instant now) {
        this.names = names;
        this.scope = scope;
        this.now = now;
    }

    /** Returns one of the names that a field has. */
    String choice(QueryFields.Entry entry, Value value) {
        return oneOf(entry.choices(), value);
    }

    boolean flag(Value value) {
        return oneOf(FLAGS, value).equals("true");
    }

    private static String oneOf(List<String> choices, Value value) {
        var name = value.text().toLowerCase(Locale.ROOT);
        if (!choices.contains(name)) {
            throw QueryFault.of(value, new Expected.Words(choices), choices).problem();
        }
        return name;
    }

    /** Returns the ids of the options of a name; fields of several projects may each have one. */
    List<String> options(Field field, Value value) {
        var options = Objects.requireNonNull(field.custom()).options();
        var found = options.stream()
                .filter(option -> option.name().equalsIgnoreCase(value.text()))
                .map(Field.Option::id)
                .toList();
        if (found.isEmpty()) {
            throw refusal(field, value, optionNames(field));
        }
        return found;
    }

    /** Returns the names of a custom field's options. */
    static List<String> optionNames(Field field) {
        return Objects.requireNonNull(field.custom()).options().stream()
                .map(Field.Option::name)
                .distinct()
                .toList();
    }

    /** Returns the ids of the statuses of a name, or else of a category. */
    List<UUID> statuses(Field field, Value value) {
        var text = value.text();
        var statuses = statuses();
        var found = ids(statuses, status -> status.name().equalsIgnoreCase(text));
        if (found.isEmpty()) {
            found = ids(statuses, status -> status.category().wireName().equalsIgnoreCase(text));
        }
        if (found.isEmpty()) {
            found = id(text).map(List::of).orElse(found);
        }
        if (found.isEmpty() && !CATEGORIES.contains(text.toLowerCase(Locale.ROOT))) {
            throw refusal(field, value, statusNames(statuses));
        }
        return found;
    }

    private List<Status> statuses() {
        if (statuses == null) {
            statuses = names.statuses(scope);
        }
        return statuses;
    }

    private static List<UUID> ids(List<Status> statuses, Predicate<Status> wanted) {
        return statuses.stream()
                .filter(wanted)
                .map(status -> status.id().value())
                .toList();
    }

    /** Returns the names by which statuses can be asked for. */
    static List<String> statusNames(List<Status> statuses) {
        var names = statuses.stream().map(Status::name).distinct().toList();
        var categories = CATEGORIES.stream().filter(category -> names.stream().noneMatch(category::equalsIgnoreCase));
        return Stream.concat(names.stream(), categories).toList();
    }

    /** Returns the ids of the sprints of a name, or else of a state, which no sprint has as its name. */
    List<UUID> sprints(Field field, Value value) {
        if (sprints == null) {
            sprints = names.sprints(scope);
        }
        var text = value.text();
        var found = sprints.stream()
                .filter(sprint -> sprint.name().equalsIgnoreCase(text)
                        || sprint.state().wireName().equalsIgnoreCase(text))
                .map(sprint -> sprint.id().value())
                .toList();
        if (found.isEmpty()) {
            found = id(text).map(List::of).orElse(found);
        }
        if (found.isEmpty() && !SPRINT_STATES.contains(text.toLowerCase(Locale.ROOT))) {
            throw refusal(field, value, sprintNames(sprints));
        }
        return found;
    }

    /** Returns the names by which sprints can be asked for. */
    static List<String> sprintNames(List<TaskSprint> sprints) {
        return Stream.concat(
                        SPRINT_STATES.stream(),
                        sprints.stream().map(TaskSprint::name).distinct())
                .toList();
    }

    /** Returns the ids of everyone of a name. */
    List<UUID> people(Field field, Value value) {
        if (value.text().equalsIgnoreCase("me")) {
            return List.of(scope.reader().value());
        }
        var found = id(value.text()).map(List::of).orElseGet(() -> people.computeIfAbsent(value.text(), names::people));
        if (found.isEmpty()) {
            throw refusal(field, value, names.people(scope));
        }
        return found;
    }

    /** Returns the id of a project of the reader; any other is unknown to them. */
    UUID project(Field field, Value value) {
        if (projects == null) {
            projects = names.projects(scope.reader());
        }
        var id = projects.get(value.text().toUpperCase(Locale.ROOT));
        if (id == null) {
            throw refusal(field, value, List.copyOf(projects.keySet()));
        }
        return id;
    }

    TaskKey key(Field field, Value value) {
        return TaskKey.parse(value.text().toUpperCase(Locale.ROOT)).orElseThrow(() -> refusal(field, value, List.of()));
    }

    BigDecimal number(Field field, Value value) {
        return new BigDecimal(checked(field, value, NUMBER.matcher(value.text()).matches()));
    }

    When when(Field field, Value value) {
        return When.parse(value.text(), now).orElseThrow(() -> refusal(field, value, DAYS));
    }

    String label(Field field, Value value) {
        return checked(field, value, value.text().indexOf(',') < 0);
    }

    String part(Field field, Value value) {
        return checked(field, value, !value.text().isEmpty());
    }

    String words(Field field, Value value) {
        return checked(field, value, value.text().codePoints().anyMatch(Character::isLetterOrDigit));
    }

    private static String checked(Field field, Value value, boolean holds) {
        if (!holds) {
            throw refusal(field, value, List.of());
        }
        return value.text();
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException refusal(Field field, Value value, List<String> candidates) {
        return QueryFault.of(value, new Expected.AValue(field), candidates).problem();
    }
}
