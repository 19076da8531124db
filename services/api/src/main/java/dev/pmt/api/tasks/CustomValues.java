package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a task has in the custom fields of its project.
 *
 * @param values by the ids of their fields, in the form that JSON and the database have; only where there is one
 */
record CustomValues(@JsonValue Map<String, JsonNode> values) {

    static final CustomValues NONE = new CustomValues(Map.of());

    /** Numbers come back as they were written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<TreeMap<String, JsonNode>> VALUES = new TypeReference<>() {};

    /** Reads the form of the database. */
    static CustomValues parse(String json) {
        return json.equals("{}") ? NONE : new CustomValues(JSON.readValue(json, VALUES));
    }

    /** Writes the form of the database. */
    String json() {
        return JSON.writeValueAsString(values);
    }

    /** Returns the values after some were set, or taken away by null. */
    CustomValues with(Map<String, @Nullable JsonNode> changes) {
        var after = new TreeMap<>(values);
        changes.forEach((field, value) -> {
            if (value == null) {
                after.remove(field);
            } else {
                after.put(field, value);
            }
        });
        return new CustomValues(after);
    }

    /** Returns the values after those of the named fields were taken from an imported row. */
    CustomValues with(ImportedTask row, List<String> names) {
        var changes = new HashMap<String, @Nullable JsonNode>();
        names.stream()
                .filter(name -> name.startsWith(FieldChange.CUSTOM))
                .map(name -> name.substring(FieldChange.CUSTOM.length()))
                .forEach(field -> changes.put(field, row.customFields().get(field)));
        return changes.isEmpty() ? this : with(changes);
    }

    /** Returns all values as events tell them. */
    List<TaskFacts.CustomFieldValue> told() {
        return values.entrySet().stream()
                .map(entry -> new TaskFacts.CustomFieldValue(entry.getKey(), text(entry.getValue())))
                .toList();
    }

    /** Returns the value of a field as {@link FieldChange} tells it; null for none. */
    @Nullable
    String text(String field) {
        var value = values.get(field);
        return value == null ? null : text(value);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
        }
        return value.isNumber() ? Points.shortest(value.decimalValue()).toString() : value.asString();
    }

    /** Returns what differs afterwards, field by field. */
    List<FieldChange> changesTo(CustomValues after) {
        var fields = new TreeSet<>(values.keySet());
        fields.addAll(after.values.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var field : fields) {
            if (!Objects.equals(text(field), after.text(field))) {
                changes.add(new FieldChange(FieldChange.CUSTOM + field, text(field), after.text(field)));
            }
        }
        return changes;
    }
}
