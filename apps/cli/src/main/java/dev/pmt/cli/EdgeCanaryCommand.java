package dev.pmt.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lets a share of the users onto another address. */
@Command(
        name = "canary",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a share of a service's users to a second address, always the same ones; raising it keeps those.",
            "It is rolled back by itself when it fails or is slow more than it may: see --errors, --p99 and `edge show`. "
                    + "What is not said stays as it was."
        })
final class EdgeCanaryCommand implements Callable<Integer> {

    @Mixin
    private EdgeDoor door = new EdgeDoor();

    @Mixin
    private EdgeDestination destination = new EdgeDestination();

    @Option(names = "--weight", paramLabel = "N", description = "percent of users, 0 to 100")
    private @Nullable Double weight;

    @Option(
            names = "--errors",
            paramLabel = "N",
            description = "percent of failed answers that it may have (default: 5)")
    private @Nullable Double errors;

    @Option(names = "--p99", paramLabel = "MS", description = "p99 that it may have, in milliseconds (default: 2000)")
    private @Nullable Integer p99;

    @Option(names = "--samples", paramLabel = "N", description = "fewest requests before it is judged (default: 100)")
    private @Nullable Integer samples;

    @Option(names = "--end", description = "forget the canary; all users go to the service's own address")
    private boolean end;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        return output.lines(door.with(edge -> {
            if (end) {
                edge.end("canary").done();
            } else {
                edge.put("canary", wanted());
            }
            return edge.lines();
        }));
    }

    private ObjectNode wanted() {
        var wanted = new JsonMapper().createObjectNode();
        destination.addTo(wanted);
        if (weight != null) {
            wanted.put("weight", weight);
        }
        var bounds = wanted.putObject("bounds");
        if (errors != null) {
            bounds.put("errorRate", errors / 100);
        }
        if (p99 != null) {
            bounds.put("p99", "PT" + p99 / 1000.0 + "S");
        }
        if (samples != null) {
            bounds.put("samples", samples);
        }
        return wanted;
    }
}
