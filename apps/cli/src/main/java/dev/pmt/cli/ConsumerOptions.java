package dev.pmt.cli;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Which consumer of which service a command is about. */
final class ConsumerOptions {

    @Option(names = "--service", required = true, paramLabel = "S", description = "the service whose consumer it is")
    private String service = "";

    @Option(
            names = "--consumer",
            paramLabel = "C",
            description = "the consumer's name; may be left out when the service has only one")
    private @Nullable String consumer;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    /** A consumer of a running service. */
    record Consumer(EventService service, String name) {

        JsonNode change(String deed) {
            return service.change(name, deed);
        }
    }

    /** Runs something with the consumer over an open connection. @throws CommandFailure when none or several are meant */
    int with(ToIntFunction<Consumer> work) {
        try (var pmt = connection.open()) {
            var found = EventService.named(pmt, service);
            return work.applyAsInt(new Consumer(found, consumer == null ? only(found) : consumer));
        }
    }

    private static String only(EventService service) {
        var names = service.consumers();
        if (names.size() != 1) {
            throw new CommandFailure(
                    names.isEmpty()
                            ? "Service " + service.name() + " has no consumers."
                            : "Name one with --consumer: " + String.join(", ", names) + ".");
        }
        return names.getFirst();
    }
}
