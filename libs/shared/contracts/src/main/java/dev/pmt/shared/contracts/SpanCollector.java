package dev.pmt.shared.contracts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An OTLP collector over HTTP, that keeps all spans it is sent. */
public final class SpanCollector implements AutoCloseable {

    /**
     * A span.
     *
     * @param parent the id of the span that it is a part of; empty for the first of a trace
     * @param attributes as text
     * @param failed whether it says that it failed
     */
    public record Collected(
            String service,
            String name,
            String kind,
            String trace,
            String id,
            String parent,
            Map<String, String> attributes,
            boolean failed) {}

    private final List<Collected> spans = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port of this machine. */
    public static SpanCollector start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var collector = new SpanCollector(server);
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where it listens. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Returns what came so far. */
    public List<Collected> spans() {
        return spans;
    }

    /** Returns the Authorization headers that came with it. */
    public List<String> credentials() {
        return credentials;
    }

    /** Finds a span that is a part of another one. */
    public Optional<Collected> under(Collected parent, Predicate<Collected> wanted) {
        return spans.stream()
                .filter(span ->
                        span.trace().equals(parent.trace()) && span.parent().equals(parent.id()))
                .filter(wanted)
                .findFirst();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            credentials.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            for (var resource : request.getResourceSpansList()) {
                var service =
                        attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "");
                for (var scope : resource.getScopeSpansList()) {
                    scope.getSpansList().forEach(span -> spans.add(collected(service, span)));
                }
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Collected collected(String service, io.opentelemetry.proto.trace.v1.Span span) {
        return new Collected(
                service,
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", ""),
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                attributes(span.getAttributesList()),
                span.getStatus().getCode() == io.opentelemetry.proto.trace.v1.Status.StatusCode.STATUS_CODE_ERROR);
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, SpanCollector::text));
    }

    private static String text(KeyValue attribute) {
        var value = attribute.getValue();
        return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
