package dev.pmt.server;

import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import dev.pmt.shared.telemetry.ProcessMetrics;
import dev.pmt.shared.telemetry.TelemetrySettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom PMT tells how it is doing; nobody, unless asked to. */
final class TelemetryOptions {

    private static final String PORT = "pmt.metrics.port";

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "give figures to Prometheus at http://127.0.0.1:PORT/metrics; of several processes, the next"
                    + " ones take the next ports (also PMT_METRICS_PORT)")
    private @Nullable Integer metricsPort;

    @Option(
            names = "--otlp-url",
            paramLabel = "URL",
            description = "send traces to this OTLP collector, for example http://localhost:4318 (also PMT_OTLP_URL)")
    private @Nullable String otlpUrl;

    /** Returns the settings of services. @throws Failure when one is wrong */
    Map<String, String> settings(Map<String, String> environment) {
        var settings = given(environment, "pmt.otlp.");
        if (otlpUrl != null && !otlpUrl.isBlank()) {
            settings.put("pmt.otlp.url", otlpUrl);
        }
        try {
            TelemetrySettings.of("pmt", settings::get);
        } catch (ServiceStartException e) {
            throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()), e);
        }
        return settings;
    }

    /** Returns the options for the nth process of a topology, from 0. @throws Failure when the port is none */
    List<String> ofProcess(int process, Map<String, String> environment) {
        try {
            var settings = metrics(environment);
            var wanted = settings.find(PORT).isPresent();
            return wanted ? List.of("--metrics-port", Integer.toString(settings.getInt(PORT, 0) + process)) : List.of();
        } catch (ServiceStartException e) {
            throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Starts to give this process's figures, if they are wanted. @throws Failure when the port cannot be used */
    AutoCloseable startMetrics(Map<String, String> environment) {
        try {
            var started = ProcessMetrics.start(metrics(environment));
            if (started.isEmpty()) {
                return () -> {};
            }
            var costs = ServiceCosts.start(ServiceHost.distribution());
            return () -> {
                costs.close();
                started.get().close();
            };
        } catch (ServiceStartException e) {
            throw new Failure(Exit.PORT_TAKEN, String.valueOf(e.getMessage()), e);
        }
    }

    private ServiceSettings metrics(Map<String, String> environment) {
        var settings = given(environment, "pmt.metrics.");
        if (metricsPort != null) {
            settings.put(PORT, metricsPort.toString());
        }
        return new ServiceSettings(settings);
    }

    private static Map<String, String> given(Map<String, String> environment, String prefix) {
        var settings = new HashMap<String, String>();
        ServiceSettings.fromEnvironment(environment).values().forEach((key, value) -> {
            if (key.startsWith(prefix) && !value.isBlank()) {
                settings.put(key, value);
            }
        });
        return settings;
    }
}
