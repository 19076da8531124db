package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.auth.apitokens.ApiTokenSettings;
import dev.pmt.auth.credentials.PasswordSettings;
import dev.pmt.auth.credentials.ThrottleSettings;
import dev.pmt.auth.installation.Installation;
import dev.pmt.auth.links.LinkSettings;
import dev.pmt.auth.services.ServiceKeySettings;
import dev.pmt.auth.tokens.EdgeSettings;
import dev.pmt.auth.tokens.KeySettings;
import dev.pmt.auth.tokens.RotationSettings;
import dev.pmt.auth.tokens.TokenSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    private static final String SECRET = "0123456789-0123456789-0123456789";

    @Test
    void have_these_defaults() {
        assertThat(defaults("pmt.auth.password", PasswordSettings.class))
                .isEqualTo(new PasswordSettings(10, 128, DataSize.ofMegabytes(19), 2, 1, 2));
        assertThat(defaults("pmt.auth.throttle", ThrottleSettings.class))
                .isEqualTo(new ThrottleSettings(
                        10, 100, Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofMinutes(15), 10_000));
        assertThat(defaults("pmt.auth.links", LinkSettings.class))
                .isEqualTo(new LinkSettings(Duration.ofHours(24), Duration.ofDays(7), Duration.ofHours(24)));
        assertThat(defaults("pmt.auth.tokens", TokenSettings.class))
                .isEqualTo(new TokenSettings(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofDays(30),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1)));
        assertThat(defaults("pmt.auth.keys", RotationSettings.class))
                .isEqualTo(new RotationSettings(
                        Duration.ofDays(90), Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(1)));
        assertThat(defaults("pmt.auth.api-tokens", ApiTokenSettings.class))
                .isEqualTo(new ApiTokenSettings(Duration.ofDays(90), Duration.ofDays(366), Duration.ofDays(30), 100));
        assertThat(defaults("pmt.auth", ServiceKeySettings.class).serviceKeys()).isEmpty();
    }

    @Test
    void refuse_a_rotation_that_a_process_could_miss() {
        assertThatThrownBy(() -> new RotationSettings(
                        Duration.ofDays(90), Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(1)))
                .hasMessageStartingWith("pmt.auth.keys.check must be shorter than pmt.auth.keys.propagation");
    }

    @Test
    void never_print_a_secret() {
        assertThat(new EdgeSettings(SECRET).toString()).doesNotContain(SECRET);
        assertThat(new KeySettings(SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void drop_the_slash_after_the_url() {
        var installation = new Installation(URI.create("https://pmt.example.org/"));

        assertThat(installation.issuer()).isEqualTo("https://pmt.example.org");
        assertThat(installation.at("/x")).isEqualTo(URI.create("https://pmt.example.org/x"));
        assertThat(installation.secure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "http://x/path", "http://x?q", "http://x#f", "x", "mailto:a@b"})
    void refuse_a_url_that_cannot_be_an_issuer(String url) {
        assertThatThrownBy(() -> new Installation(URI.create(url))).hasMessageStartingWith("pmt.url must be");
    }

    @Test
    void refuse_short_secrets() {
        assertThatThrownBy(() -> new KeySettings("short")).hasMessageContaining("at least 32 characters");
        assertThatThrownBy(() -> new EdgeSettings("short")).hasMessageContaining("at least 32 characters");
    }

    private static <T> T defaults(String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, type);
    }
}
