package dev.pmt.shared.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * What one consumer of a service listens to, as the service's {@code contract/consumes.yml} says:
 *
 * <pre>
 * task-activity:
 *   producer: api
 *   purpose: keeps each task's history
 *   types: [pmt.task.created.v1]
 * </pre>
 *
 * @param producer the service whose log it reads
 * @param purpose what it does with them, for people
 */
public record ConsumedEvents(String consumer, String producer, String purpose, Set<String> types) {

    /** Reads a service's file. @throws AssertionError when an entry is incomplete */
    public static List<ConsumedEvents> read(Path file) {
        try {
            Map<String, @Nullable Object> entries = new Yaml().load(Files.readString(file));
            var consumed = new ArrayList<ConsumedEvents>();
            entries.forEach((consumer, entry) -> consumed.add(entry(consumer, entry)));
            return consumed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsumedEvents entry(String consumer, @Nullable Object entry) {
        if (entry instanceof Map<?, ?> map
                && map.get("producer") instanceof String producer
                && map.get("purpose") instanceof String purpose
                && map.get("types") instanceof List<?> types
                && !types.isEmpty()) {
            var names = new TreeSet<String>();
            types.forEach(type -> names.add(String.valueOf(type)));
            return new ConsumedEvents(consumer, producer, purpose, names);
        }
        throw new AssertionError("a consumer must have a producer, a purpose and types: " + consumer);
    }
}
