package dev.pmt.shared.contracts;

import dev.pmt.shared.contracts.OpenApi.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the bodies of requests: JSON and forms from their schemas, others as the service's world writes them. */
final class FuzzBodies {

    static final List<String> TYPES =
            List.of("application/json", "text/csv", "text/plain", "application/x-www-form-urlencoded", "*/*", "x");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final OpenApi contract;
    private final FuzzWorld world;
    private final FuzzValues values;

    FuzzBodies(OpenApi contract, FuzzWorld world, FuzzValues values) {
        this.contract = contract;
        this.world = world;
        this.values = values;
    }

    /** Makes a body and puts its type into the headers. */
    byte[] make(Operation operation, Map<String, String> headers) {
        var type = operation.bodyType();
        if (type == null) {
            return values.chance(3) ? values.bytes(200) : new byte[0];
        }
        headers.put("Content-Type", values.chance(3) ? values.pick(TYPES) : type);
        var bytes = text(operation, type).getBytes(StandardCharsets.UTF_8);
        return switch (values.below(40)) {
            case 0 -> new byte[0];
            case 1 -> values.bytes(400);
            case 2 -> Arrays.copyOf(bytes, values.below(bytes.length + 1));
            default -> bytes;
        };
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String text(Operation operation, String type) {
        if (type.endsWith("json")) {
            return object(operation);
        }
        return type.equals(FORM) ? form(operation) : world.body(operation, values);
    }

    private String object(Operation operation) {
        var fields = new LinkedHashMap<String, String>();
        contract.properties(operation.bodySchema()).forEach((name, property) -> {
            if (isSent(operation, name)) {
                fields.put(name, values.chance(12) ? values.json() : valid(operation, name, property));
            }
        });
        if (values.chance(5)) {
            fields.put("unknown" + values.below(3), values.json());
        }
        var json = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return values.chance(3) ? values.json() : json;
    }

    private String valid(Operation operation, String name, Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> names) {
            return "\"" + values.pick(names) + "\"";
        }
        if (schema.get("type") instanceof List<?> types && types.contains("null") && values.chance(20)) {
            return "null";
        }
        return world.json(operation, name, values);
    }

    private String form(Operation operation) {
        var fields = new LinkedHashMap<String, String>();
        contract.properties(operation.bodySchema()).keySet().forEach(name -> {
            if (isSent(operation, name)) {
                fields.put(name, values.chance(12) ? values.text() : world.text(operation, name, values));
            }
        });
        var pairs = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return fields.isEmpty() || !values.chance(5) ? pairs : pairs + "&" + pairs;
    }

    private boolean isSent(Operation operation, String name) {
        var required = operation.bodySchema().get("required") instanceof List<?> names && names.contains(name);
        return required ? !values.chance(4) : values.chance(35);
    }
}
