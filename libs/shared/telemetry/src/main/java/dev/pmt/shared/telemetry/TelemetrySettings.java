package dev.pmt.shared.telemetry;

import dev.pmt.shared.service.ServiceStartException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a service's spans go.
 *
 * @param service its name
 * @param version of the service ({@code pmt.version})
 * @param collector takes OTLP over HTTP ({@code pmt.otlp.url}, for example {@code http://localhost:4318}); without one no span is kept
 * @param authorization header for the collector, a secret ({@code pmt.otlp.authorization})
 * @param share of the traces that are kept, 0 to 1 ({@code pmt.otlp.share}, all unless given)
 */
public record TelemetrySettings(
        String service, String version, Optional<URI> collector, Optional<String> authorization, double share) {

    private static final String URL = "pmt.otlp.url";
    private static final String SHARE = "pmt.otlp.share";

    /** Reads and checks the settings. @throws ServiceStartException when one is wrong */
    public static TelemetrySettings of(String service, Function<String, @Nullable String> settings) {
        return new TelemetrySettings(
                service,
                find(settings, "pmt.version").orElse("dev"),
                find(settings, URL).map(TelemetrySettings::collector),
                find(settings, "pmt.otlp.authorization"),
                find(settings, SHARE).map(TelemetrySettings::share).orElse(1.0));
    }

    private static Optional<String> find(Function<String, @Nullable String> settings, String key) {
        return Optional.ofNullable(settings.apply(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Checks the address of a collector. @throws ServiceStartException when it is none */
    public static URI collector(String text) {
        try {
            var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // answered below, in words
        }
        throw new ServiceStartException(
                "Setting " + URL + " must be the http(s) address of an OTLP collector, for example"
                        + " http://localhost:4318; what it must be told to let us in goes into pmt.otlp.authorization.",
                null);
    }

    private static double share(String text) {
        try {
            var share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // answered below, in words
        }
        throw new ServiceStartException("Setting " + SHARE + " must be a number from 0 to 1: " + text, null);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "TelemetrySettings[" + service + ", "
                + collector.map(URI::toString).orElse("no collector") + "]";
    }
}
