package dev.pmt.shared.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a {@code contract/events} folder, by type.
 *
 * @param faults a sentence for each rule that the files break
 */
record EventFiles(SortedMap<String, EventSchema> schemas, SortedMap<String, String> examples, List<String> faults) {

    static final String SCHEMA = ".schema.json";
    static final String EXAMPLE = ".example.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static EventFiles read(Path folder) {
        var files = new EventFiles(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (var file : list(folder)) {
            files.add(file.getFileName().toString(), text(file));
        }
        files.compare(folder);
        return files;
    }

    private void add(String name, String text) {
        if (name.endsWith(SCHEMA)) {
            var type = name.substring(0, name.length() - SCHEMA.length());
            var node = JSON.readTree(text);
            EventSchema.faults(type, node).forEach(fault -> faults.add(name + " " + fault));
            schemas.put(type, new EventSchema(node));
        } else if (name.endsWith(EXAMPLE)) {
            examples.put(name.substring(0, name.length() - EXAMPLE.length()), text);
        } else {
            faults.add(
                    "a file of an event contract must be named <type>" + SCHEMA + " or <type>" + EXAMPLE + ": " + name);
        }
    }

    private void compare(Path folder) {
        if (schemas.isEmpty()) {
            faults.add("an event contract must have a schema: " + folder);
        }
        for (var type : schemas.keySet()) {
            if (!examples.containsKey(type)) {
                faults.add(type + SCHEMA + " must have an example beside it");
            }
        }
        for (var type : examples.keySet()) {
            if (!schemas.containsKey(type)) {
                faults.add(type + EXAMPLE + " must have a schema beside it");
            }
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
