package dev.pmt.shared.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The figures of all services of this process and of its JVM, for Prometheus at {@code /metrics}. Its listener is not the
 * edge's: what it tells holds no data, but how much there is to do is nobody else's business. A process has at most one.
 */
public final class ProcessMetrics implements AutoCloseable {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry figures;
    private final JvmGcMetrics collections;
    private final HttpServer server;

    private ProcessMetrics(PrometheusMeterRegistry figures, JvmGcMetrics collections, HttpServer server) {
        this.figures = figures;
        this.collections = collections;
        this.server = server;
    }

    /**
     * Starts the listener when {@code pmt.metrics.port} names its port; it listens on {@code pmt.metrics.bind}, loopback
     * unless given.
     *
     * @throws ServiceStartException when that port cannot be used
     */
    public static Optional<ProcessMetrics> start(ServiceSettings settings) {
        return settings.find("pmt.metrics.port")
                .map(given ->
                        start(settings.get("pmt.metrics.bind", "127.0.0.1"), settings.getInt("pmt.metrics.port", 0)));
    }

    private static ProcessMetrics start(String bind, int port) {
        var server = listen(bind, port);
        var figures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var collections = new JvmGcMetrics();
        var jvm = List.<MeterBinder>of(
                collections,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics());
        jvm.forEach(binder -> binder.bindTo(figures));
        Metrics.addRegistry(figures);
        var metrics = new ProcessMetrics(figures, collections, server);
        server.createContext("/", metrics::answer);
        server.start();
        return metrics;
    }

    private static HttpServer listen(String bind, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(bind), port), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new ServiceStartException(
                    "Figures cannot be given at port " + port + " on " + bind + ": another program holds it, or this"
                            + " machine does not allow it. Choose another with pmt.metrics.port.",
                    e);
        }
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else {
                var text = figures.scrape().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", TEXT);
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        Metrics.removeRegistry(figures);
        collections.close();
        figures.close();
    }
}
