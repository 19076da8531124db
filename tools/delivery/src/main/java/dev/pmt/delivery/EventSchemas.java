package dev.pmt.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas of a service's events.
 *
 * @param byType JSON Schemas (2020-12), by event type
 */
record EventSchemas(SortedMap<String, JsonNode> byType) {

    static final String ENDING = ".schema.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads the {@code *.schema.json} of a folder; none when there is no such folder. */
    static EventSchemas read(Path folder) {
        var schemas = new TreeMap<String, JsonNode>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(ENDING))
                        .forEach(file -> schemas.put(type(file), JSON.readTree(file.toFile())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new EventSchemas(schemas);
    }

    /** Makes the schemas of one event. */
    static EventSchemas of(String type, String schema) {
        return new EventSchemas(new TreeMap<>(Map.of(type, JSON.readTree(schema))));
    }

    private static String type(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
