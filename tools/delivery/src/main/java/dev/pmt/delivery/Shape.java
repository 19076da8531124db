package dev.pmt.delivery;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A schema with its reference followed; "X or null" written as {@code oneOf} reads as X with the type null added.
 *
 * @param node the schema
 * @param nullable whether null was added by {@code oneOf}
 */
record Shape(JsonNode node, boolean nullable) {

    static Shape of(Contract contract, JsonNode schema) {
        var node = contract.resolve(schema);
        var options = node.path("oneOf");
        if (options.size() == 2) {
            for (int i = 0; i < 2; i++) {
                if (isNull(contract.resolve(options.get(i)))) {
                    return new Shape(contract.resolve(options.get(1 - i)), true);
                }
            }
        }
        return new Shape(node, false);
    }

    /** Returns the allowed types, empty for any. */
    Set<String> types() {
        var types = texts(node.path("type"));
        if (nullable && !types.isEmpty()) {
            types.add("null");
        }
        return types;
    }

    /** Returns the allowed values, empty for any. */
    Set<String> values() {
        var values = texts(node.path("enum"));
        if (nullable && !values.isEmpty()) {
            values.add("null");
        }
        return values;
    }

    Set<String> required() {
        return texts(node.path("required"));
    }

    String text(String name) {
        return node.path(name).asString("");
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").isString() && schema.get("type").asString().equals("null");
    }

    /** Returns the texts of an array, the one of a text, or none. */
    static Set<String> texts(JsonNode node) {
        var texts = new TreeSet<String>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(element.asString()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asString());
        }
        return texts;
    }
}
