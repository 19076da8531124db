package dev.pmt.delivery;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One OpenAPI 3.1 document.
 *
 * @param document its root
 */
record Contract(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** Reads a YAML or JSON file. */
    static Contract read(Path file) {
        return new Contract(new YAMLMapper().readTree(file.toFile()));
    }

    /** Reads YAML text. */
    static Contract parse(String yaml) {
        return new Contract(new YAMLMapper().readTree(yaml));
    }

    /** Follows {@code $ref} within the document until there is none. */
    JsonNode resolve(JsonNode node) {
        var current = node;
        while (current.has("$ref")) {
            current = document.at(current.get("$ref").asString().substring(1));
        }
        return current;
    }

    /** Returns operations by "GET /path", with the path's own parameters among theirs. */
    Map<String, Operation> operations() {
        var operations = new LinkedHashMap<String, Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> operations.put(
                                entry.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                new Operation(path.getValue(), entry.getValue()))));
        return operations;
    }

    /**
     * One operation.
     *
     * @param path the path item that it stands in
     * @param node its own object
     */
    record Operation(JsonNode path, JsonNode node) {}
}
