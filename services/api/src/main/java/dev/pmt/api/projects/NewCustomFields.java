package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that sets the custom fields of a project.
 *
 * @param fields all that there are to be, in their order
 */
record NewCustomFields(@Nullable List<@Nullable Item> fields) {

    private static final String FIELD = "fields";
    private static final int MOST = 50;
    private static final int MOST_OPTIONS = 100;
    private static final int LONGEST_NAME = 50;

    /**
     * A field.
     *
     * @param id of one that there is; without it the field is new
     */
    record Item(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable CustomFieldType type,
            @Nullable List<@Nullable NewOption> options,
            @Nullable Boolean archived) {}

    /**
     * An option.
     *
     * @param id of one that there is; without it the option is new
     */
    record NewOption(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable UserId leadId,
            @Nullable String releasesOn,
            @Nullable Boolean released) {

        /** A new one. */
        static NewOption named(String name) {
            return new NewOption(null, name, null, null, null);
        }
    }

    /** Checks it against the fields that its project has, and gives ids to what is new. */
    List<CustomField> check(List<CustomField> current, Supplier<UUID> ids) {
        var faults = new Faults();
        var items = Objects.requireNonNullElse(fields, List.<@Nullable Item>of());
        faults.check(fields != null, FIELD, "fields must be given");
        faults.check(items.size() <= MOST, FIELD, "fields must be at most " + MOST + ": " + items.size());
        var names = new HashSet<>(CustomField.TAKEN);
        var seen = new HashSet<UUID>();
        var checked = new ArrayList<CustomField>();
        for (var item : items) {
            var before = item == null || item.id == null ? null : find(current, item.id);
            var isKnown = item == null || item.id == null || (before != null && seen.add(item.id));
            faults.check(
                    isKnown,
                    FIELD,
                    "fields must have ids of the project's fields, each once, or none: "
                            + (item == null ? null : item.id));
            var one = field(faults, item == null ? new Item(null, null, null, null, null) : item, before, ids);
            faults.check(
                    names.add(one.name().toLowerCase(Locale.ROOT)),
                    FIELD,
                    "fields must have names of their own, which no field of every task has: " + Excerpt.of(one.name()));
            checked.add(one);
        }
        faults.refuse();
        return checked;
    }

    private static @Nullable CustomField find(List<CustomField> current, UUID id) {
        return current.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static CustomField field(Faults faults, Item item, @Nullable CustomField before, Supplier<UUID> ids) {
        var name = name(faults, item.name);
        faults.check(item.type != null, "type", "type must be given: " + Excerpt.of(name));
        var type = Objects.requireNonNullElse(item.type, CustomFieldType.TEXT);
        faults.check(
                before == null || before.type() == type,
                "type",
                "type must stay as it is, add another field instead: " + Excerpt.of(name));
        return new CustomField(
                before == null ? ids.get() : before.id(),
                name,
                type,
                options(faults, type, item, before, ids),
                Objects.requireNonNullElse(item.archived, false));
    }

    private static List<CustomField.Option> options(
            Faults faults, CustomFieldType type, Item field, @Nullable CustomField before, Supplier<UUID> ids) {
        var items = Objects.requireNonNullElse(field.options, List.<@Nullable NewOption>of());
        faults.check(
                type.hasOptions() ? !items.isEmpty() && items.size() <= MOST_OPTIONS : items.isEmpty(),
                "options",
                "options must be from 1 to %d for select, multi-select, component and version, and none otherwise: %d"
                        .formatted(MOST_OPTIONS, items.size()));
        var names = new HashSet<String>();
        var seen = new HashSet<UUID>();
        var checked = new ArrayList<CustomField.Option>();
        for (var item : items) {
            var option = item == null ? NewOption.named("") : item;
            var id = option.id;
            var isKnown = id == null
                    || (before != null && before.option(id.toString()).isPresent() && seen.add(id));
            faults.check(isKnown, "options", "options must have ids of the field's options, each once, or none: " + id);
            var name = name(faults, option.name);
            faults.check(
                    names.add(name.toLowerCase(Locale.ROOT)),
                    "options",
                    "options must have names of their own: " + Excerpt.of(name));
            faults.check(
                    type == CustomFieldType.COMPONENT || option.leadId == null,
                    "leadId",
                    "leadId must be given to components alone: " + Excerpt.of(name));
            faults.check(
                    type == CustomFieldType.VERSION || (option.releasesOn == null && option.released == null),
                    "releasesOn",
                    "releasesOn and released must be given to versions alone: " + Excerpt.of(name));
            checked.add(new CustomField.Option(
                    Optional.ofNullable(id).orElseGet(ids),
                    name,
                    option.leadId,
                    Days.parse(faults, "releasesOn", option.releasesOn),
                    Boolean.TRUE.equals(option.released) ? true : null));
        }
        return checked;
    }

    private static String name(Faults faults, @Nullable String given) {
        var name = Objects.requireNonNullElse(given, "").strip();
        Texts.check(faults, "name", name, 1, LONGEST_NAME);
        faults.check(
                name.chars().noneMatch(Character::isISOControl), "name", "name must be one line: " + Excerpt.of(name));
        return name;
    }
}
