package dev.pmt.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Groups what moves a service's requests from one address to another. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description =
                "Moves a service's requests: canary, shadow, hold and rollback; over this machine's private socket.",
        subcommands = {EdgeShowCommand.class, EdgeCanaryCommand.class, EdgeShadowCommand.class})
final class EdgeCommand {

    @Mixin
    private Output output = new Output();

    @Command(
            name = "hold",
            mixinStandardHelpOptions = true,
            description = {
                "Has a service's requests wait at the edge until `edge release`; each is answered 503 at its deadline.",
                "WebSockets are not held, but told to come again. A hold does not end by itself, except with the edge."
            })
    int hold(
            @Mixin EdgeDoor door,
            @Option(
                            names = "--deadline",
                            paramLabel = "MS",
                            defaultValue = "10000",
                            description = "longest wait of one request in milliseconds (default: ${DEFAULT-VALUE})")
                    int deadline,
            @Option(
                            names = "--most",
                            paramLabel = "N",
                            defaultValue = "2000",
                            description = "requests that wait at a time (default: ${DEFAULT-VALUE})")
                    int most) {
        return output.lines(door.with(edge -> {
            edge.put(
                    "hold",
                    new JsonMapper()
                            .createObjectNode()
                            .put("deadline", "PT" + deadline / 1000.0 + "S")
                            .put("most", most));
            return edge.lines();
        }));
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Lets held requests go, in order, to where the service is registered now.")
    int release(@Mixin EdgeDoor door) {
        return output.lines(door.with(edge -> {
            var all = edge.end("hold").json();
            return List.of("%d released, the longest after %s; %d at their deadline, %d too many"
                    .formatted(
                            all.required("released").asLong(),
                            EdgeLines.millis(all.required("longest")),
                            all.required("expired").asLong(),
                            all.required("refused").asLong()));
        }));
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Takes all users off a service's canary at once; `edge canary --weight` lets them in again.")
    int rollback(
            @Mixin EdgeDoor door,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            defaultValue = "by hand",
                            description = "why, kept with the canary (default: ${DEFAULT-VALUE})")
                    String reason) {
        return output.lines(door.with(edge -> {
            edge.post("rollback", new JsonMapper().createObjectNode().put("reason", reason));
            return edge.lines();
        }));
    }
}
