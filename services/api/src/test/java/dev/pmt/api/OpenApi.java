package dev.pmt.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What {@code contract/openapi.yaml} promises. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private OpenApi() {}

    /** One parameter of an operation. */
    record Parameter(String name, String in, boolean required) {}

    /** One operation; the type and the schema of its first request body. */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable String bodyType,
            Map<String, Object> bodySchema) {}

    /** The whole file. */
    record Spec(Map<String, Object> file, List<Operation> operations) {

        /** Returns what a {@code $ref} stands for, or the node itself. */
        Map<String, Object> resolve(Map<String, Object> node) {
            return node.get("$ref") instanceof String ref ? at(file, ref.substring(2)) : node;
        }
    }

    /** Returns every operation as {@code GET /api/v1/projects/{}}: names of path parameters do not matter. */
    static Set<String> operations() {
        return spec().operations().stream()
                .map(operation ->
                        operation.method() + " /api/v1" + operation.path().replaceAll("\\{\\w+}", "{}"))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** Reads the file. */
    static Spec spec() {
        Map<String, Object> file = new Yaml().load(Contract.text());
        var spec = new Spec(file, new ArrayList<>());
        map(file.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        spec.operations().add(operation(spec, path, method, map(item), map(operation)));
                    }
                }));
        return spec;
    }

    /** Returns the properties of an object's schema. */
    static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        var properties = new java.util.LinkedHashMap<String, Map<String, Object>>();
        map(schema.get("properties")).forEach((name, property) -> properties.put(name, map(property)));
        return properties;
    }

    private static Operation operation(
            Spec spec, String path, String method, Map<String, Object> item, Map<String, Object> operation) {
        var parameters = new ArrayList<Parameter>();
        for (var holder : List.of(item, operation)) {
            if (holder.get("parameters") instanceof List<?> list) {
                list.forEach(node -> {
                    var parameter = spec.resolve(map(node));
                    parameters.add(new Parameter(
                            parameter.get("name").toString(),
                            parameter.get("in").toString(),
                            Boolean.TRUE.equals(parameter.get("required"))));
                });
            }
        }
        var content = map(map(operation.get("requestBody")).get("content"));
        var type = content.keySet().stream().findFirst().orElse(null);
        var schema = type == null
                ? Map.<String, Object>of()
                : map(map(content.get(type)).get("schema"));
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, type, spec.resolve(schema));
    }

    private static Map<String, Object> at(Map<String, Object> node, String pointer) {
        var found = node;
        for (var name : pointer.split("/", -1)) {
            found = map(found.get(name));
        }
        return found;
    }

    private static Map<String, Object> map(@Nullable Object node) {
        var map = new java.util.LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> found) {
            found.forEach((key, value) -> map.put(key.toString(), value));
        }
        return map;
    }
}
