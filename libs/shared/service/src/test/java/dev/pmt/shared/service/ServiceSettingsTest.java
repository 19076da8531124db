package dev.pmt.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void reads_secrets_from_the_files_of_a_directory_below_the_variables(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("pmt.database.password"), "hush\n");
        Files.writeString(directory.resolve("pmt.url"), "http://from-file");
        Files.createDirectory(directory.resolve("..data"));

        var read = ServiceSettings.ofProcess(
                Map.of("PMT_SETTINGS", directory.toString(), "PMT_URL", "http://from-variable", "PMT_EMPTY", ""));

        assertThat(read.require("pmt.database.password")).isEqualTo("hush");
        assertThat(read.require("pmt.url")).isEqualTo("http://from-variable");
        assertThat(read.values()).containsOnlyKeys("pmt.settings", "pmt.url", "pmt.database.password");
        assertThatThrownBy(() -> ServiceSettings.ofProcess(Map.of("PMT_SETTINGS", directory + "/none")))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("PMT_SETTINGS must name a directory");
    }

    @Test
    void never_prints_a_value() {
        assertThat(new ServiceSettings(Map.of("pmt.secret", "hush"))).hasToString("ServiceSettings[pmt.secret]");
    }
}
