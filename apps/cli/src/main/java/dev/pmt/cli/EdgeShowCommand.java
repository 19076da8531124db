package dev.pmt.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where requests go. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows where each service's requests go, and what is held, let in or compared.")
final class EdgeShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "only this service (default: all)")
    private @Nullable String service;

    @Option(names = "--json", description = "print JSON, an array of services")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var pmt = home.open()) {
            var states = EdgeDoor.states(pmt, service);
            return output.lines(
                    json
                            ? List.of(states.toString())
                            : states.stream()
                                    .flatMap(state -> EdgeLines.of(state).stream())
                                    .toList());
        }
    }
}
