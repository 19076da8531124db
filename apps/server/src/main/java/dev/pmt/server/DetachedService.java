package dev.pmt.server;

import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;

/** A service in a process of its own beside a running installation, so that a developer can restart it alone. */
final class DetachedService {

    private static final String EDGE_URL = "pmt.edge.admin-url";
    private static final String EDGE_SECRET = "pmt.edge.admin-secret";

    private DetachedService() {}

    /** Leaves the service's settings where {@link #run} finds them, and how it can tell the edge. */
    static void prepare(Home home, String service, ServiceSettings settings, EdgeRegistry edge) {
        var values = new HashMap<>(settings.values());
        values.put(EDGE_URL, edge.address().toString());
        values.put(EDGE_SECRET, edge.secret());
        ServiceFiles.write(home, service, values);
    }

    /** Starts the service with those settings, tells the edge, and stays until the process is told to stop. */
    static void run(Path home, Service service) throws InterruptedException {
        var settings = ServiceFiles.read(home, service.name());
        var edge = new EdgeRegistry(URI.create(settings.require(EDGE_URL)), settings.require(EDGE_SECRET));
        var running = service.start(settings);
        edge.register(service.name(), running.address());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        Thread.currentThread().join();
    }
}
