package dev.pmt.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists the events that consumers could not handle yet. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the events that a service's consumers hold back.",
            "retrying: failed, and is tried again by itself. parked: failed too often, and waits for you. waiting: waits "
                    + "behind an earlier event of its subject."
        })
final class EventsDeadLettersCommand implements Callable<Integer> {

    @Option(
            names = "--service",
            required = true,
            paramLabel = "S",
            description = "the service whose consumers they are")
    private String service = "";

    @Option(names = "--consumer", paramLabel = "C", description = "only this consumer's (default: all)")
    private @Nullable String consumer;

    @Option(names = "--json", description = "print JSON, an array of events")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var pmt = connection.open()) {
            var found = EventService.named(pmt, service);
            var letters = letters(found, consumer == null ? found.consumers() : List.of(consumer));
            if (json) {
                out.println(new JsonMapper().writeValueAsString(letters));
            } else {
                letters.forEach(letter -> print(out, letter));
                out.println(letters.isEmpty() ? "Nothing is held back." : letters.size() + " held back");
            }
        }
        out.flush();
        return 0;
    }

    private static List<ObjectNode> letters(EventService service, List<String> consumers) {
        var all = new ArrayList<ObjectNode>();
        for (var name : consumers) {
            for (var letter : service.deadLetters(name)) {
                var described = new JsonMapper().createObjectNode().put("consumer", name);
                all.add(described.setAll((ObjectNode) letter));
            }
        }
        return all;
    }

    private static void print(PrintWriter out, JsonNode letter) {
        out.printf(
                "%-8s %s  position %d of %s, %d attempts%n",
                letter.required("state").asString(),
                letter.required("id").asString(),
                letter.required("position").asLong(),
                letter.required("consumer").asString(),
                letter.required("attempts").asInt());
        out.println("         " + Plain.text(letter.required("type").asString()) + " of "
                + letter.required("subject").asString());
        var error = letter.path("error").asString("");
        if (!error.isEmpty()) {
            out.println("         " + Plain.text(error));
        }
    }
}
