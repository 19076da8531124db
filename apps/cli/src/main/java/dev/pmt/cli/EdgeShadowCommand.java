package dev.pmt.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks another address what the service is asked, and says where its answers differ. */
@Command(
        name = "shadow",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a second address what a service is asked (reads only, after the caller has the answer) and compares.",
            "Without options it prints what was found: how often which field of which route differs. A field in which the "
                    + "service differs from itself is no difference."
        })
final class EdgeShadowCommand implements Callable<Integer> {

    @Mixin
    private EdgeDoor door = new EdgeDoor();

    @Mixin
    private EdgeDestination destination = new EdgeDestination();

    @Option(names = "--sample", paramLabel = "N", description = "percent of reads, 0 to 100 (default: 100)")
    private @Nullable Double sample;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(names = "--end", description = "stop comparing and forget the report")
    private boolean end;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        return output.lines(door.with(this::run));
    }

    private List<String> run(EdgeDoor.Open edge) {
        if (end) {
            edge.end("shadow").done();
            return edge.lines();
        }
        var wanted = wanted();
        if (!wanted.isEmpty()) {
            edge.put("shadow", wanted);
        }
        var answer = edge.get("shadow");
        if (answer.status() == 404) {
            throw new CommandFailure("Service " + edge.service() + " has no shadow; begin one with --to URL.");
        }
        var report = answer.json();
        return json ? List.of(report.toString()) : EdgeLines.report(report);
    }

    private ObjectNode wanted() {
        var wanted = new JsonMapper().createObjectNode();
        destination.addTo(wanted);
        if (sample != null) {
            wanted.put("sample", sample);
        }
        return wanted;
    }
}
