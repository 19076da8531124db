package dev.pmt.server;

import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A service in a process of its own beside a running installation, so that a developer can restart it alone. */
final class DetachedService {

    private static final String EDGE_URL = "pmt.edge.admin-url";
    private static final String EDGE_SECRET = "pmt.edge.admin-secret";

    private DetachedService() {}

    /** Leaves the service's settings in a file of mode 0600 where {@link #run} finds them. */
    static void prepare(Home home, String service, ServiceSettings settings, EdgeRegistry edge) {
        var values = new HashMap<>(settings.values());
        values.put(EDGE_URL, edge.address().toString());
        values.put(EDGE_SECRET, edge.secret());
        var properties = new Properties();
        properties.putAll(values);
        try (var text = new StringWriter()) {
            properties.store(text, null);
            Secrets.writePrivately(file(home.directory(), service), text.toString());
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The settings of " + service + " could not be written.", e);
        }
    }

    /** Starts the service with those settings, tells the edge, and stays until the process is told to stop. */
    static void run(Path home, Service service) throws InterruptedException {
        var settings = new ServiceSettings(read(file(home, service.name())));
        var edge = new EdgeRegistry(URI.create(settings.require(EDGE_URL)), settings.require(EDGE_SECRET));
        var running = service.start(settings);
        edge.register(service.name(), running.address());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        Thread.currentThread().join();
    }

    private static Path file(Path home, String service) {
        return home.resolve("run/" + service + ".properties");
    }

    private static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(reader);
            var values = new HashMap<String, String>();
            properties.forEach((key, value) -> values.put((String) key, (String) value));
            return values;
        } catch (IOException e) {
            throw new Failure(
                    Exit.USAGE, "There must be a running installation that leaves this service out: " + file, e);
        }
    }
}
