package dev.pmt.shared.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.service.ServiceStartException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetrySettingsTest {

    @Test
    void nothing_is_sent_unless_asked() {
        var settings = TelemetrySettings.of("api", Map.<String, String>of("pmt.otlp.url", " ")::get);

        assertThat(settings.collector()).isEmpty();
        assertThat(settings.share()).isEqualTo(1.0);
        assertThat(settings.version()).isEqualTo("dev");
    }

    @Test
    void what_is_given_is_read_and_the_secret_is_not_shown() {
        var settings = TelemetrySettings.of(
                "api",
                Map.of(
                        "pmt.otlp.url", "https://collector.example/otlp/",
                        "pmt.otlp.authorization", "Bearer secret",
                        "pmt.otlp.share", "0.25",
                        "pmt.version", "1.2.3")::get);

        assertThat(settings.collector()).contains(URI.create("https://collector.example/otlp"));
        assertThat(settings.authorization()).contains("Bearer secret");
        assertThat(settings.share()).isEqualTo(0.25);
        assertThat(settings).hasToString("TelemetrySettings[api, https://collector.example/otlp]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"collector:4317", "grpc://collector:4317", "http://user:pw@collector", "http://c?a=b", "no way"})
    void an_address_that_is_none_is_refused_without_being_shown(String url) {
        assertThatThrownBy(() -> TelemetrySettings.of("api", Map.of("pmt.otlp.url", url)::get))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageStartingWith("Setting pmt.otlp.url must be the http(s) address of an OTLP collector")
                .hasMessageNotContaining(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "all", "NaN"})
    void a_share_that_is_none_is_refused(String share) {
        assertThatThrownBy(() -> TelemetrySettings.of("api", Map.of("pmt.otlp.share", share)::get))
                .isInstanceOf(ServiceStartException.class)
                .hasMessage("Setting pmt.otlp.share must be a number from 0 to 1: " + share);
    }
}
