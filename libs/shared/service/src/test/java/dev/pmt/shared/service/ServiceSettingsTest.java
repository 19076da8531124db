package dev.pmt.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    private final ServiceSettings settings =
            new ServiceSettings(Map.of("pmt.port", "80", "pmt.wait", "PT2S", "pmt.bad", "many"));

    @Test
    void reads_texts_numbers_and_durations_or_their_fallbacks() {
        assertThat(settings.require("pmt.port")).isEqualTo("80");
        assertThat(settings.getInt("pmt.port", 1)).isEqualTo(80);
        assertThat(settings.getInt("pmt.other", 1)).isEqualTo(1);
        assertThat(settings.getDuration("pmt.wait", Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.getDuration("pmt.other", Duration.ZERO)).isZero();
        assertThat(settings.get("pmt.other", "x")).isEqualTo("x");
    }

    @Test
    void says_which_setting_is_missing_or_wrong() {
        assertThatThrownBy(() -> settings.require("pmt.other"))
                .isInstanceOf(ServiceStartException.class)
                .hasMessage("Setting pmt.other must be given.");
        assertThatThrownBy(() -> settings.getInt("pmt.bad", 1)).hasMessageContaining("pmt.bad must be a whole number");
        assertThatThrownBy(() -> settings.getDuration("pmt.bad", Duration.ZERO))
                .hasMessageContaining("pmt.bad must be an ISO 8601 duration");
    }

    @Test
    void reads_variables_whose_names_cannot_hold_dots_or_dashes() {
        var read = ServiceSettings.fromEnvironment(Map.of("PMT_JWKS_URI", "http://x", "PATH", "/bin"));

        assertThat(read.require("pmt.jwks-uri")).isEqualTo("http://x");
        assertThat(read.values()).containsOnlyKeys("pmt.jwks.uri");
    }

    @Test
    void never_prints_a_value() {
        assertThat(new ServiceSettings(Map.of("pmt.secret", "hush"))).hasToString("ServiceSettings[pmt.secret]");
    }
}
