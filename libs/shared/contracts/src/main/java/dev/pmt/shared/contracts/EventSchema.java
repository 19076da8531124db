package dev.pmt.shared.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema (2020-12) of one event type, in the few keywords that can be read by a person, compared with its last
 * release and searched for undeclared properties.
 */
final class EventSchema {

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "title",
            "description",
            "type",
            "required",
            "properties",
            "items",
            "enum",
            "const",
            "format",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern");

    private static final List<String> ATTRIBUTES = List.of(
            "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "version", "position", "data");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final Schema RULES =
            REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    private final JsonNode node;
    private final Schema schema;

    EventSchema(JsonNode node) {
        this.node = node;
        this.schema = REGISTRY.getSchema(node.toString());
    }

    /** Returns a sentence for each rule of event schemas that the schema of a type breaks. */
    static List<String> faults(String type, JsonNode node) {
        var faults = new ArrayList<String>();
        messages(RULES, node).forEach(message -> faults.add("must be a JSON Schema: " + message));
        foreign(node)
                .forEach(keyword -> faults.add("must not use the keyword " + keyword
                        + ": consumers ignore what they do not know, and the gates know only "
                        + new TreeSet<>(KEYWORDS)));
        var declared = node.at("/properties/type/const").asString("");
        if (!declared.equals(type)) {
            faults.add("must be named after its type: " + declared);
        }
        for (var attribute : ATTRIBUTES) {
            if (!node.path("properties").has(attribute) || !requires(node, attribute)) {
                faults.add("must declare and require the attribute " + attribute);
            }
        }
        return faults;
    }

    /** Returns a sentence for each fault of an event of this type. */
    List<String> faults(JsonNode event) {
        var faults = new ArrayList<>(messages(schema, event));
        undeclared("", node, event, faults);
        return faults;
    }

    private static List<String> messages(Schema schema, JsonNode value) {
        return schema.validate(value.toString(), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static void undeclared(String place, JsonNode schema, JsonNode value, List<String> faults) {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            var name = place + property.getKey();
            var declared = schema.path("properties").path(property.getKey());
            if (declared.isMissingNode()) {
                faults.add(name + " must be declared before it is published");
            } else {
                undeclared(name + ".", declared, property.getValue(), faults);
            }
        }
        if (value.isArray()) {
            value.forEach(element -> undeclared(place, schema.path("items"), element, faults));
        }
    }

    private static Set<String> foreign(JsonNode schema) {
        var foreign = new TreeSet<>(schema.propertyNames());
        foreign.removeAll(KEYWORDS);
        schema.path("properties").forEach(property -> foreign.addAll(foreign(property)));
        if (schema.has("items")) {
            foreign.addAll(foreign(schema.get("items")));
        }
        return foreign;
    }

    private static boolean requires(JsonNode node, String attribute) {
        for (var name : node.path("required")) {
            if (name.asString("").equals(attribute)) {
                return true;
            }
        }
        return false;
    }
}
