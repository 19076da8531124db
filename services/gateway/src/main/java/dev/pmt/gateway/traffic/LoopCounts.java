package dev.pmt.gateway.traffic;

import java.util.HashMap;
import java.util.Map;

/** What one event loop has counted of each service's requests and open sockets; for use on that loop alone. */
public final class LoopCounts {

    private final long began;
    private final Map<String, ServiceCount> services = new HashMap<>();

    LoopCounts(long began) {
        this.began = began;
    }

    /** Counts an answer to a request for a service. */
    public void answered(String service, boolean failed, long tookNanos) {
        of(service).add(System.nanoTime() - began, failed, tookNanos);
    }

    /** Counts a socket that has opened. */
    public void opened(String service) {
        of(service).opened();
    }

    /** Counts a socket that has closed. */
    public void closed(String service) {
        of(service).closed();
    }

    Map<String, ServiceTraffic> read(long elapsedNanos) {
        var read = new HashMap<String, ServiceTraffic>();
        services.forEach((service, count) -> read.put(service, count.read(elapsedNanos)));
        return read;
    }

    private ServiceCount of(String service) {
        return services.computeIfAbsent(service, name -> new ServiceCount());
    }
}
