package dev.pmt.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Follows a service's event log. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Prints a service's events as they happen, until Ctrl+C.")
final class EventsTailCommand implements Callable<Integer> {

    @Option(names = "--service", required = true, paramLabel = "S", description = "the service whose log it is")
    private String service = "";

    @Option(
            names = "--from",
            paramLabel = "POSITION",
            description = "begin here, 1 for the oldest that is kept (default: only what happens from now on)")
    private @Nullable Long from;

    @Option(names = "--type", paramLabel = "TYPE", description = "only types that begin so, as pmt.task")
    private String type = "";

    @Option(names = "--count", paramLabel = "N", description = "end after so many events")
    private long count = Long.MAX_VALUE;

    @Option(names = "--json", description = "print each event with its data, one JSON object a line")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try (var pmt = connection.open()) {
            var found = EventService.named(pmt, service);
            var head = found.overview().required("log").required("head").asLong();
            var follower = new EventFollower(found, line.getErr());
            follower.follow(from == null ? head : Math.max(0, from - 1), event -> print(line.getOut(), event));
        }
        return 0;
    }

    /** Answers whether to go on. */
    private boolean print(PrintWriter out, JsonNode event) {
        if (event.required("type").asString().startsWith(type)) {
            out.println(json ? event.toString() : line(event));
            out.flush();
            count--;
        }
        return count > 0;
    }

    private static String line(JsonNode event) {
        var actor = event.path("actor").asString("");
        return Plain.text("%8d  %s  %-32s %s v%d%s"
                .formatted(
                        event.required("position").asLong(),
                        event.required("time").asString(),
                        event.required("type").asString(),
                        event.required("subject").asString(),
                        event.required("version").asLong(),
                        actor.isEmpty() ? "" : " by " + actor));
    }
}
