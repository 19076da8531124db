package dev.pmt.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * A process of a topology that has several. It has the settings that the installation left for its services, and tells its
 * supervisor by its output where they serve: only the supervisor may tell the edge.
 */
final class ProcessOfServices {

    /** What the process says once all its services serve. */
    static final String READY = "@ready";

    private static final String SERVES = "@serves ";
    private static final Pattern ADDRESS = Pattern.compile(SERVES + "([a-z0-9-]+) (http://127\\.0\\.0\\.1:[0-9]+)");

    private ProcessOfServices() {}

    /** Where a service of the process is. */
    record Place(String service, URI address) {

        /** Reads it from a line of the process; empty when the line says something else. */
        static Optional<Place> in(String line) {
            var match = ADDRESS.matcher(line);
            return match.matches()
                    ? Optional.of(new Place(match.group(1), URI.create(match.group(2))))
                    : Optional.empty();
        }
    }

    /** Starts the services and stays until the process is told to stop or its supervisor, which holds its input, is gone. */
    static void run(Path home, String name, List<String> services, TelemetryOptions telemetry) {
        System.setProperty("pmt.log.dir", home.resolve("logs/" + name).toString());
        SLF4JBridgeHandler.install();
        var resources = new Resources();
        try {
            resources.open(() -> telemetry.startMetrics(System.getenv()));
            var host = resources.open(() -> new ServiceHost(
                    service -> ServiceFiles.read(home, service),
                    (service, address) -> System.out.println(SERVES + service + " " + address)));
            host.startAll(services);
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
        System.out.println(READY);
        awaitEndOfInput();
        System.exit(Exit.OK.code());
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An input that breaks has ended too.
        }
    }
}
