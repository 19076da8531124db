package dev.pmt.cli;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which service's requests a command moves, over this machine's private socket. */
final class EdgeDoor {

    private static final String SERVICES = "/internal/services/";

    @Parameters(paramLabel = "SERVICE", description = "the service whose requests are meant, for example api")
    private String service = "";

    @Mixin
    private HomeOption home = new HomeOption();

    /** Runs something over an open connection. */
    <T> T with(Function<Open, T> work) {
        if (!service.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new CommandFailure("A service's name has lower-case letters, digits and -: " + service);
        }
        try (var pmt = home.open()) {
            return work.apply(new Open(pmt, service));
        }
    }

    /** Returns what is done with the requests of a service, or of all for null. @throws CommandFailure when there is none */
    static List<JsonNode> states(Connection pmt, @Nullable String service) {
        var states = pmt.get("/internal/traffic")
                .json()
                .valueStream()
                .filter(one ->
                        service == null || one.required("service").asString().equals(service))
                .toList();
        if (states.isEmpty()) {
            throw new CommandFailure("The edge knows no service " + service + ".");
        }
        return states;
    }

    /** The edge's doors for one service. */
    record Open(Connection pmt, String service) {

        void put(String rule, ObjectNode wanted) {
            pmt.put(path(rule), wanted.toString()).done();
        }

        void post(String deed, ObjectNode body) {
            pmt.post(path(deed), body.toString()).done();
        }

        Answer get(String rule) {
            return pmt.get(path(rule));
        }

        Answer end(String rule) {
            return pmt.delete(path(rule));
        }

        List<String> lines() {
            return EdgeLines.of(states(pmt, service).getFirst());
        }

        private String path(String rule) {
            return SERVICES + service + "/" + rule;
        }
    }
}
