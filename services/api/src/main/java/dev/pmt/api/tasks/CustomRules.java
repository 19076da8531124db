package dev.pmt.api.tasks;

import dev.pmt.api.projects.CustomField;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * The rules of values in custom fields. Each type also takes the text that {@link FieldChange} tells of it, by which changes
 * are undone.
 *
 * @param fields those of the project
 * @param assignable whether a user may be a value
 */
public record CustomRules(List<CustomField> fields, Predicate<UUID> assignable) {

    private static final int MOST = 50;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_URL = 2_000;
    private static final int UUID_LENGTH = 36;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6}0*)?");

    /** Returns the values after a change of them, in their shortest form; notes what breaks a rule. */
    CustomValues after(Faults faults, CustomValues current, Map<String, @Nullable JsonNode> wanted) {
        if (wanted.size() > MOST) {
            faults.check(
                    false, "customFields", "customFields must have at most " + MOST + " entries: " + wanted.size());
            return current;
        }
        var changes = new LinkedHashMap<String, @Nullable JsonNode>();
        wanted.forEach((key, value) -> {
            var name = FieldChange.CUSTOM + Excerpt.of(key);
            var field = fields.stream()
                    .filter(one -> one.id().toString().equals(key.toLowerCase(Locale.ROOT)))
                    .findFirst();
            faults.check(field.isPresent(), name, name + " must be the id of a custom field of the project");
            field.ifPresent(found -> {
                var id = found.id().toString();
                changes.put(id, isNone(value) ? null : value(faults, name, found, value, current.text(id)));
            });
        });
        return current.with(changes);
    }

    private static boolean isNone(@Nullable JsonNode value) {
        return value == null || value.isNull() || (value.isArray() && value.isEmpty());
    }

    private @Nullable JsonNode value(
            Faults faults, String name, CustomField field, JsonNode value, @Nullable String before) {
        faults.check(!field.archived(), name, field.name() + " is archived and must be given no value");
        var read = read(faults, name, field, value, before);
        return field.archived() ? null : read;
    }

    /** Returns a value of a field in its shortest form, be the field archived or not; notes what breaks a rule under a name. */
    public Optional<JsonNode> read(Faults faults, String name, CustomField field, JsonNode value) {
        return Optional.ofNullable(read(faults, name, field, value, null));
    }

    private @Nullable JsonNode read(
            Faults faults, String name, CustomField field, JsonNode value, @Nullable String before) {
        var open = faults.list().size();
        var read = switch (field.type()) {
            case TEXT -> text(faults, name, field, value);
            case URL -> url(faults, name, field, value);
            case NUMBER -> number(faults, name, field, value);
            case DATE -> date(faults, name, field, value);
            case SELECT -> option(faults, name, field, value);
            case MULTI_SELECT, COMPONENT, VERSION -> options(faults, name, field, value);
            case USER -> user(faults, name, field, value, before);
        };
        return faults.list().size() > open ? null : read;
    }

    private static JsonNode text(Faults faults, String name, CustomField field, JsonNode value) {
        var text = string(value).strip();
        faults.check(value.isString(), name, field.name() + " must be a text: " + Excerpt.of(value.toString()));
        Texts.check(faults, name, text, 1, LONGEST_TEXT);
        faults.check(
                text.chars().noneMatch(Character::isISOControl),
                name,
                field.name() + " must be one line: " + Excerpt.of(text));
        return StringNode.valueOf(text);
    }

    private static JsonNode url(Faults faults, String name, CustomField field, JsonNode value) {
        var text = string(value).strip();
        Texts.check(faults, name, text, 0, LONGEST_URL);
        faults.check(
                isAddress(text),
                name,
                field.name() + " must be an address such as https://example.org/page: " + Excerpt.of(text));
        return StringNode.valueOf(text);
    }

    private static boolean isAddress(String text) {
        try {
            var address = new URI(text);
            var scheme = address.getScheme();
            return scheme != null
                    && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static JsonNode number(Faults faults, String name, CustomField field, JsonNode value) {
        var text = value.isNumber() && Double.isFinite(value.doubleValue())
                ? value.decimalValue().toPlainString()
                : string(value);
        var isNumber = NUMBER.matcher(text).matches();
        faults.check(
                isNumber,
                name,
                field.name() + " must be a number of at most 9 digits and 6 decimals: " + Excerpt.of(value.toString()));
        return DecimalNode.valueOf(isNumber ? Points.shortest(new BigDecimal(text)) : BigDecimal.ZERO);
    }

    private static JsonNode date(Faults faults, String name, CustomField field, JsonNode value) {
        faults.check(
                value.isString(),
                name,
                field.name() + " must be a day such as 2026-11-30: " + Excerpt.of(value.toString()));
        Days.parse(faults, name, value.isString() ? value.asString() : null);
        return StringNode.valueOf(string(value));
    }

    private static JsonNode option(Faults faults, String name, CustomField field, JsonNode value) {
        var id = string(value).toLowerCase(Locale.ROOT);
        checkOption(faults, name, field, id);
        return StringNode.valueOf(id);
    }

    private static JsonNode options(Faults faults, String name, CustomField field, JsonNode value) {
        var given = value.isArray()
                ? value.valueStream().map(CustomRules::string).toList()
                : Arrays.asList(string(value).split(",", -1));
        var ids = given.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        // Of one more than there are options, one is none.
        ids.stream().limit(field.options().size() + 1L).forEach(id -> checkOption(faults, name, field, id));
        var array = new ArrayNode(JsonNodeFactory.instance);
        field.options().stream()
                .map(option -> option.id().toString())
                .filter(ids::contains)
                .forEach(array::add);
        return array;
    }

    private static void checkOption(Faults faults, String name, CustomField field, String id) {
        faults.check(
                field.option(id).isPresent(),
                name,
                field.name() + " must be the id of one of its options ("
                        + field.options().stream().map(CustomField.Option::name).collect(Collectors.joining(", "))
                        + "): " + Excerpt.of(id));
    }

    private JsonNode user(Faults faults, String name, CustomField field, JsonNode value, @Nullable String before) {
        var id = string(value).toLowerCase(Locale.ROOT);
        faults.check(
                id.equals(before) || isAssignable(id),
                name,
                field.name() + " must be the id of an active member of the project: " + Excerpt.of(id));
        return StringNode.valueOf(id);
    }

    private boolean isAssignable(String id) {
        try {
            return id.length() == UUID_LENGTH && assignable.test(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String string(JsonNode value) {
        return value.isString() ? value.asString() : "";
    }
}
