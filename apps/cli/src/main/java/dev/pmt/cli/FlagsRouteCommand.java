package dev.pmt.cli;

import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Has a flag choose between two services. */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        description = {
            "Leads those for whom a flag is on to another service on a part of the addresses, at once; all others stay.",
            "The other service must be registered with the edge, by a topology or pmt.edge.services.NAME."
        })
final class FlagsRouteCommand implements Callable<Integer> {

    private static final String ROUTES = "/internal/routes";

    @Mixin
    private FlagDoor door = new FlagDoor();

    @Parameters(paramLabel = "PREFIX", description = "whole path segments, for example /api/v1/boards")
    private String prefix = "";

    @Option(names = "--flag", paramLabel = "KEY", description = "the flag that chooses")
    private @Nullable String flag;

    @Option(names = "--to", paramLabel = "SERVICE", description = "the service for those for whom it is on")
    private @Nullable String to;

    @Option(names = "--end", description = "no flag chooses any more: everybody goes to the service of the others")
    private boolean end;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (end == (flag != null && to != null)) {
            throw new CommandFailure("Give --flag KEY and --to SERVICE, or --end.");
        }
        String done = door.with(edge -> {
            var route = covering(edge.pmt().get(ROUTES).json());
            route.put("prefix", prefix).remove("turn");
            if (!end) {
                route.putObject("turn").put("flag", flag).put("service", to);
            }
            edge.pmt().put(ROUTES, route.toString()).done();
            var others = prefix + " goes to " + route.required("service").asString();
            return end ? others : others + ", and to " + to + " for those for whom " + flag + " is on";
        });
        return output.line(done);
    }

    /** A part of a route is as the whole was. */
    private ObjectNode covering(JsonNode routes) {
        return routes.valueStream()
                .filter(route ->
                        route.has("service") && covers(route.required("prefix").asString()))
                .max(Comparator.comparingInt(
                        route -> route.required("prefix").asString().length()))
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new CommandFailure("No route covers " + prefix + "; it must begin with /."));
    }

    private boolean covers(String whole) {
        return prefix.startsWith("/") && (whole.equals("/") || prefix.equals(whole) || prefix.startsWith(whole + "/"));
    }
}
