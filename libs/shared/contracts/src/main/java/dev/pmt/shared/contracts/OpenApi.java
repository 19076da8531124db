package dev.pmt.shared.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What an OpenAPI file promises, as far as requests are made from it. */
public final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> file;
    private final List<Operation> operations = new ArrayList<>();

    private OpenApi(Map<String, Object> file) {
        this.file = file;
        map(file.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(operation(path, method, map(item), map(operation)));
                    }
                }));
    }

    /** One parameter of an operation; {@code in} is path, query, header or cookie. */
    public record Parameter(String name, String in, boolean required) {}

    /** One operation, by its {@code operationId}; the type and the schema of its first request body. */
    public record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable String bodyType,
            Map<String, Object> bodySchema) {}

    /** Reads a file. */
    public static OpenApi read(Path file) {
        try {
            return new OpenApi(new Yaml().load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every operation as {@code GET /api/v1/projects/{}}: names of path parameters do not matter. */
    public Set<String> names() {
        return operations.stream()
                .map(operation ->
                        operation.method() + " " + base() + operation.path().replaceAll("\\{\\w+}", "{}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finds an operation by its id. */
    Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract must have an operation " + id));
    }

    /** Returns all operations, in the order of the file. */
    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Returns the path under which all operations are; empty when the file names no server. */
    String base() {
        return file.get("servers") instanceof List<?> servers && !servers.isEmpty()
                ? map(servers.getFirst()).getOrDefault("url", "").toString()
                : "";
    }

    /** Returns the properties of an object's schema, all of them resolved. */
    Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        var properties = new LinkedHashMap<String, Map<String, Object>>();
        map(schema.get("properties")).forEach((name, property) -> properties.put(name, resolve(map(property))));
        return properties;
    }

    /** Returns the schema of an operation's JSON answer; empty when the file names none. */
    Map<String, Object> answer(String id, String status) {
        for (var item : map(file.get("paths")).values()) {
            for (var operation : map(item).values()) {
                if (id.equals(map(operation).get("operationId"))) {
                    var answer =
                            resolve(map(map(map(operation).get("responses")).get(status)));
                    var json = map(map(answer.get("content")).get("application/json"));
                    return resolve(map(json.get("schema")));
                }
            }
        }
        return Map.of();
    }

    /** Returns the schema of an array's elements. */
    Map<String, Object> items(Map<String, Object> schema) {
        return resolve(map(schema.get("items")));
    }

    private Operation operation(String path, String method, Map<String, Object> item, Map<String, Object> operation) {
        var parameters = new ArrayList<Parameter>();
        for (var holder : List.of(item, operation)) {
            if (holder.get("parameters") instanceof List<?> list) {
                list.forEach(node -> parameters.add(parameter(resolve(map(node)))));
            }
        }
        var body = resolve(map(operation.get("requestBody")));
        var content = map(body.get("content"));
        var type = content.keySet().stream().findFirst().orElse(null);
        var schema = type == null
                ? Map.<String, Object>of()
                : map(map(content.get(type)).get("schema"));
        return new Operation(
                String.valueOf(operation.get("operationId")),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                type,
                resolve(schema));
    }

    private static Parameter parameter(Map<String, Object> node) {
        return new Parameter(
                String.valueOf(node.get("name")),
                String.valueOf(node.get("in")),
                Boolean.TRUE.equals(node.get("required")));
    }

    /** Returns what a {@code $ref} stands for, or the node itself. */
    private Map<String, Object> resolve(Map<String, Object> node) {
        if (!(node.get("$ref") instanceof String ref)) {
            return node;
        }
        var found = file;
        for (var name : ref.substring(2).split("/", -1)) {
            found = map(found.get(name));
        }
        return found;
    }

    private static Map<String, Object> map(@Nullable Object node) {
        var map = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> found) {
            found.forEach((key, value) -> map.put(key.toString(), value));
        }
        return map;
    }
}
