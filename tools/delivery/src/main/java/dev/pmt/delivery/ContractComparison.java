package dev.pmt.delivery;

import dev.pmt.delivery.Contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds what a client written against the released contract could no longer rely on. */
final class ContractComparison {

    private final Contract released;
    private final Contract current;
    private final List<String> breaks = new ArrayList<>();

    private ContractComparison(Contract released, Contract current) {
        this.released = released;
        this.current = current;
    }

    /** Returns a sentence for each break, none when the current contract only adds. */
    static List<String> breaks(Contract released, Contract current) {
        var comparison = new ContractComparison(released, current);
        var now = current.operations();
        released.operations().forEach((name, before) -> {
            var after = now.get(name);
            if (after == null) {
                comparison.breaks.add(name + " was removed");
            } else {
                comparison.compare(name, before, after);
            }
        });
        return List.copyOf(comparison.breaks);
    }

    private void compare(String name, Operation before, Operation after) {
        compareParameters(name, parameters(released, before), parameters(current, after));
        compareBodies(name, before.node().path("requestBody"), after.node().path("requestBody"));
        compareResponses(name, before.node().path("responses"), after.node().path("responses"));
    }

    private void compareParameters(String name, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        before.forEach((key, parameter) -> {
            var now = after.get(key);
            if (now == null) {
                breaks.add(name + " " + key + " was removed");
            } else {
                request(name + " " + key, parameter.path("schema"), now.path("schema"));
            }
        });
        after.forEach((key, parameter) -> {
            var wasRequired = before.containsKey(key) && isRequired(before.get(key));
            if (isRequired(parameter) && !wasRequired) {
                breaks.add(name + " " + key + " became required");
            }
        });
    }

    private void compareBodies(String name, JsonNode before, JsonNode after) {
        var was = released.resolve(before);
        var now = current.resolve(after);
        if (isRequired(now) && !isRequired(was)) {
            breaks.add(name + " body became required");
        }
        was.path("content").properties().forEach(media -> {
            var schema = now.path("content").path(media.getKey());
            if (schema.isMissingNode()) {
                breaks.add(name + " no longer takes " + media.getKey());
            } else {
                request(name + " body", media.getValue().path("schema"), schema.path("schema"));
            }
        });
    }

    private void compareResponses(String name, JsonNode before, JsonNode after) {
        before.properties().forEach(entry -> {
            var place = name + " " + entry.getKey();
            var was = released.resolve(entry.getValue());
            var now = current.resolve(after.path(entry.getKey()));
            if (now.isMissingNode()) {
                breaks.add(place + " was removed");
                return;
            }
            was.path("headers").propertyNames().stream()
                    .filter(header -> !now.path("headers").has(header))
                    .forEach(header -> breaks.add(place + " header " + header + " was removed"));
            was.path("content").properties().forEach(media -> {
                var schema = now.path("content").path(media.getKey());
                if (schema.isMissingNode()) {
                    breaks.add(place + " no longer answers " + media.getKey());
                } else {
                    new SchemaComparison(released, current, SchemaComparison.Direction.RESPONSE, breaks)
                            .compare(place, media.getValue().path("schema"), schema.path("schema"));
                }
            });
        });
    }

    private void request(String place, JsonNode before, JsonNode after) {
        new SchemaComparison(released, current, SchemaComparison.Direction.REQUEST, breaks)
                .compare(place, before, after);
    }

    private static Map<String, JsonNode> parameters(Contract contract, Operation operation) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        for (var holder : List.of(operation.path(), operation.node())) {
            for (var reference : holder.path("parameters")) {
                var parameter = contract.resolve(reference);
                parameters.put(
                        parameter.path("in").asString() + " parameter "
                                + parameter.path("name").asString(),
                        parameter);
            }
        }
        return parameters;
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean(false);
    }
}
