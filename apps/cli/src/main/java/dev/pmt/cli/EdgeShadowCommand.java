package dev.pmt.cli;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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

    @Option(names = "--to", paramLabel = "URL", description = "where the shadow is: http://HOST:PORT")
    private @Nullable URI to;

    @Option(names = "--sample", paramLabel = "N", description = "percent of reads, 0 to 100 (default: 100)")
    private @Nullable Double sample;

    @Option(names = "--route", paramLabel = "PREFIX", description = "only the requests of this route, as routed")
    private @Nullable String route;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(names = "--end", description = "stop comparing and forget the report")
    private boolean end;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        door.with(this::run).forEach(out::println);
        out.flush();
        return 0;
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
        if (to != null) {
            wanted.put("address", to.toString());
        }
        if (sample != null) {
            wanted.put("sample", sample);
        }
        if (route != null) {
            wanted.put("route", route);
        }
        return wanted;
    }
}
