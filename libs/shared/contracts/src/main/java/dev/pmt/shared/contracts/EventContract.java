package dev.pmt.shared.contracts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds published events (CloudEvents 1.0, JSON) against the files of their service: for each type
 * {@code contract/events/<type>.schema.json} and an example. Consumers ignore properties that they do not know, so the
 * schemas let them pass; a publisher that says more than its contract is at fault, and is told here.
 */
public final class EventContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SortedMap<String, EventSchema> schemas;
    private final Map<String, String> examples;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private EventContract(SortedMap<String, EventSchema> schemas, Map<String, String> examples) {
        this.schemas = schemas;
        this.examples = examples;
    }

    /**
     * Reads a service's {@code contract/events} folder.
     *
     * @throws AssertionError when there is no schema, or when schemas and examples do not fit together
     */
    public static EventContract read(Path folder) {
        var files = EventFiles.read(folder);
        var contract = new EventContract(files.schemas(), files.examples());
        var faults = files.faults();
        contract.examples.forEach((type, example) -> contract.faults(example)
                .forEach(fault -> faults.add(type + EventFiles.EXAMPLE + " must fit its schema: " + fault)));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
        return contract;
    }

    /** Returns the declared types. */
    public Set<String> types() {
        return schemas.keySet();
    }

    /** Returns the example of every declared type. */
    public Map<String, String> examples() {
        return examples;
    }

    /** Returns the declared types of which no event was checked. */
    public Set<String> unseen() {
        var unseen = new TreeSet<>(types());
        unseen.removeAll(seen);
        return unseen;
    }

    /** Checks a published event. @throws AssertionError when its contract does not promise it like this */
    public void check(String event) {
        var faults = faults(event);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.stream()
                    .collect(Collectors.joining("\n", "the event breaks its contract:\n", "\n" + event)));
        }
        seen.add(JSON.readTree(event).path("type").asString());
    }

    /** Returns a sentence for each fault of an event. */
    public List<String> faults(String event) {
        JsonNode json;
        try {
            json = JSON.readTree(event);
        } catch (JacksonException e) {
            return List.of("an event must be JSON: " + event);
        }
        var type = json.path("type").asString("");
        var schema = schemas.get(type);
        return schema == null
                ? List.of("the type of an event must stand in contract/events: '" + type + "'")
                : schema.faults(json);
    }
}
