package dev.pmt.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The second address of a service's requests, and which of them it is for. */
final class EdgeDestination {

    @Option(names = "--to", paramLabel = "URL", description = "the second address: http://HOST:PORT")
    private @Nullable URI to;

    @Option(names = "--route", paramLabel = "PREFIX", description = "only the requests of this route, as routed")
    private @Nullable String route;

    /** Adds what was given to what is wanted of the edge. */
    void addTo(ObjectNode wanted) {
        if (to != null) {
            wanted.put("address", to.toString());
        }
        if (route != null) {
            wanted.put("route", route);
        }
    }
}
