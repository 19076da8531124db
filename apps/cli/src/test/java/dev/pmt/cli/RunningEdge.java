package dev.pmt.cli;

import dev.pmt.gateway.GatewayService;
import dev.pmt.gateway.RunningGateway;
import dev.pmt.shared.service.ServiceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real edge, without anything else of PMT, and commands about it. */
final class RunningEdge {

    private RunningEdge() {}

    static RunningGateway start(Path home) {
        return new GatewayService()
                .start(new ServiceSettings(Map.of(
                        "pmt.url", "http://localhost:1",
                        "pmt.port", "0",
                        "pmt.edge.loops", "1",
                        "pmt.home", home.toString(),
                        "pmt.edge.client-secret", "client-secret-for-tests",
                        "pmt.edge.cookie-secret", "cookie-secret-for-tests-of-32-characters",
                        "pmt.edge.admin-secret", "admin-secret-for-tests")));
    }

    /** Runs a command of a group over the socket of the edge at this home. */
    static Ran pmt(Path home, String group, String... arguments) {
        var all = new ArrayList<>(List.of(group));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return Ran.with(all.toArray(String[]::new));
    }
}
