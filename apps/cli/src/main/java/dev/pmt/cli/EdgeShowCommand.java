package dev.pmt.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var pmt = home.open()) {
            var states = pmt.get("/internal/traffic")
                    .json()
                    .valueStream()
                    .filter(one -> service == null
                            || one.required("service").asString().equals(service))
                    .toList();
            if (states.isEmpty()) {
                throw new CommandFailure("The edge knows no service " + service + ".");
            }
            if (json) {
                out.println(states);
            } else {
                states.forEach(state -> EdgeLines.of(state).forEach(out::println));
            }
        }
        out.flush();
        return 0;
    }
}
