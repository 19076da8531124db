package dev.pmt.shared.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One service's telemetry: nothing is shared with neighbours in the same JVM but the process's registry of figures, into
 * which each service puts its own under its name.
 */
public final class Telemetry implements AutoCloseable {

    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final long FLUSH_SECONDS = 2;

    private final SdkTracerProvider provider;
    private final Tracing tracing;
    private final CompositeMeterRegistry meters;

    private Telemetry(SdkTracerProvider provider, Tracing tracing, CompositeMeterRegistry meters) {
        this.provider = provider;
        this.tracing = tracing;
        this.meters = meters;
    }

    /** Begins to tell; takes no thread unless there is a collector. */
    public static Telemetry start(TelemetrySettings settings) {
        var meters = new CompositeMeterRegistry(Clock.SYSTEM, List.of(Metrics.globalRegistry));
        meters.config().commonTags("service", settings.service());
        var provider = provider(settings);
        return new Telemetry(provider, new Tracing(provider.get("dev.pmt")), meters);
    }

    /** Trace ids are given even if nobody collects spans: they tie log lines together. */
    private static SdkTracerProvider provider(TelemetrySettings settings) {
        var builder = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put(AttributeKey.stringKey("service.namespace"), "pmt")
                        .put(AttributeKey.stringKey("service.name"), settings.service())
                        .put(AttributeKey.stringKey("service.version"), settings.version())
                        .put(
                                AttributeKey.longKey("process.pid"),
                                ProcessHandle.current().pid())
                        .build());
        var collector = settings.collector();
        if (collector.isEmpty()) {
            return builder.setSampler(Sampler.alwaysOff()).build();
        }
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(collector.get() + "/v1/traces");
        settings.authorization().ifPresent(value -> exporter.addHeader("Authorization", value));
        return builder.setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.share())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build())
                        .setScheduleDelay(DELAY)
                        .build())
                .build();
    }

    /** Returns where the service's spans begin. */
    public Tracing tracing() {
        return tracing;
    }

    /** Returns where the service's figures go: to the process's listener, if it has one, labelled with the service. */
    public MeterRegistry meters() {
        return meters;
    }

    /** Takes the service's figures back and sends what spans there are. */
    @Override
    public void close() {
        meters.getMeters().forEach(meters::remove);
        meters.remove(Metrics.globalRegistry);
        meters.close();
        provider.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
    }
}
