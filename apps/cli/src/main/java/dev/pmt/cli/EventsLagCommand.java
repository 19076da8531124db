package dev.pmt.cli;

import java.io.PrintWriter;
import java.time.Clock;
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

/** Shows how far each consumer is behind the log that it reads. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description =
                "Shows each log and how far each consumer is behind: events, the age of the oldest, what is held back.")
final class EventsLagCommand implements Callable<Integer> {

    @Option(names = "--service", paramLabel = "S", description = "only this service (default: all that have events)")
    private @Nullable String service;

    @Option(names = "--json", description = "print JSON, an array of services")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var pmt = connection.open()) {
            var services = service == null ? EventService.all(pmt) : List.of(EventService.named(pmt, service));
            var overviews = services.stream().map(EventsLagCommand::overview).toList();
            if (json) {
                out.println(new JsonMapper().writeValueAsString(overviews));
            } else {
                print(out, overviews);
            }
        }
        out.flush();
        return 0;
    }

    private static ObjectNode overview(EventService service) {
        var overview = new JsonMapper().createObjectNode().put("service", service.name());
        return overview.setAll((ObjectNode) service.overview());
    }

    private static void print(PrintWriter out, List<ObjectNode> overviews) {
        for (var overview : overviews) {
            var log = overview.required("log");
            out.printf(
                    "log of %s: head %d, oldest kept %s, %d without a position yet, epoch %d%n",
                    overview.required("service").asString(),
                    log.required("head").asLong(),
                    log.path("oldest").asString("none"),
                    log.required("unstamped").asLong(),
                    log.required("epoch").asLong());
        }
        out.println();
        out.println(ConsumerLine.HEAD);
        overviews.forEach(
                overview -> overview.required("consumers").forEach(consumer -> print(out, overview, consumer)));
    }

    private static void print(PrintWriter out, JsonNode overview, JsonNode consumer) {
        out.println(ConsumerLine.row(overview.required("service").asString(), consumer, Clock.systemUTC()));
        var error = consumer.path("error").asString("");
        if (!error.isEmpty()) {
            out.println("  " + Plain.text(error));
        }
    }
}
