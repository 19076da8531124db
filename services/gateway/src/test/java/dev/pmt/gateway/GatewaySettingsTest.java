package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.gateway.admin.AdminSettings;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.proxy.Limits;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "pmt.url", "http://localhost:8080",
            "pmt.edge.client-secret", "client",
            "pmt.edge.cookie-secret", "a-cookie-secret-of-32-characters",
            "pmt.edge.admin-secret", "a-secret-of-16-ch");

    @Test
    void has_these_defaults() {
        var settings = with(Map.of());

        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.loops()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.tls()).isEmpty();
        assertThat(settings.home()).isEmpty();
        assertThat(settings.tokenFailures()).isEqualTo(30);
        assertThat(settings.tokenRequests()).isEqualTo(6_000);
        assertThat(settings.limits())
                .isEqualTo(new Limits(10_485_760, 2_147_483_648L, Duration.ofSeconds(60), Duration.ofSeconds(30)));
        assertThat(settings.admin())
                .isEqualTo(new AdminSettings(
                        "127.0.0.1", 0, "a-secret-of-16-ch", Optional.empty(), Optional.empty(), "dev"));
        assertThat(settings.services()).isEmpty();
    }

    @Test
    void takes_what_it_is_given() {
        var settings = with(Map.ofEntries(
                Map.entry("pmt.url", "https://pmt.example.org/"),
                Map.entry("pmt.bind", "0.0.0.0"),
                Map.entry("pmt.port", "443"),
                Map.entry("pmt.home", "/srv/pmt"),
                Map.entry("pmt.tls.certificate", "/tls/chain.pem"),
                Map.entry("pmt.tls.key", "/tls/key.pem"),
                Map.entry("pmt.edge.limit.time", "PT5S"),
                Map.entry("pmt.edge.limit.bulk-body", "7"),
                Map.entry("pmt.edge.admin-bind", "0.0.0.0"),
                Map.entry("pmt.edge.admin-port", "9999"),
                Map.entry("pmt.edge.services.api", "http://api:8080")));

        assertThat(settings.client().url()).hasToString("https://pmt.example.org");
        assertThat(settings.tls()).contains(new Tls(Path.of("/tls/chain.pem"), Path.of("/tls/key.pem")));
        assertThat(settings.limits().time()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.limits().bulkBody()).isEqualTo(7);
        assertThat(settings.admin().port()).isEqualTo(9999);
        assertThat(settings.admin().bind()).isEqualTo("0.0.0.0");
        assertThat(settings.services()).containsExactly(Map.entry("api", URI.create("http://api:8080")));
        assertThat(settings.admin().run()).contains(Path.of("/srv/pmt/run"));
        assertThat(settings.home()).contains(Path.of("/srv/pmt"));
    }

    @Test
    void takes_how_many_tokens_may_be_wrong() {
        assertThat(with(Map.of("pmt.edge.token-failures", "5")).tokenFailures()).isEqualTo(5);
    }

    @Test
    void prints_no_secret() {
        assertThat(with(Map.of()).toString()).doesNotContain("a-secret-of-16-ch", "a-cookie-secret", "=client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmt.url", "pmt.edge.client-secret", "pmt.edge.cookie-secret", "pmt.edge.admin-secret"})
    void needs_what_has_no_default(String key) {
        var values = new HashMap<>(LEAST);
        values.remove(key);

        assertThatThrownBy(() -> GatewaySettings.from(new ServiceSettings(values)))
                .isInstanceOf(ServiceStartException.class)
                .hasMessage("Setting " + key + " must be given.");
    }

    @ParameterizedTest
    @CsvSource({
        "pmt.url, localhost:8080",
        "pmt.url, http://localhost/pmt",
        "pmt.url, ftp://localhost",
        "pmt.url, http://me@localhost",
        "pmt.url, http:// x",
        "pmt.bind, no.such.host.invalid",
        "pmt.port, many",
        "pmt.edge.limit.body, 10MB",
        "pmt.edge.limit.time, 60",
        "pmt.edge.services.api, https://api",
        "pmt.edge.services.api, api:8080",
        "pmt.edge.token-failures, 0",
        "pmt.edge.token-failures, some",
        "pmt.edge.token-requests, -1",
        "pmt.edge.cookie-secret, short",
        "pmt.edge.admin-secret, short",
        "pmt.tls.key, /only/one.pem"
    })
    void refuses_what_cannot_work(String key, String value) {
        assertThatThrownBy(() -> with(Map.of(key, value)))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://pmt.example.org, false, false",
        "0.0.0.0, http://pmt.example.org, true, true",
        "0.0.0.0, https://pmt.example.org, false, true",
        "127.0.0.1, http://pmt.example.org, false, true",
        "localhost, http://localhost:8080, false, true",
        "::1, http://localhost:8080, false, true",
    })
    void serves_plain_http_beyond_this_machine_only_when_told(
            String bind, String url, String insecure, boolean starts) {
        var values = Map.of("pmt.bind", bind, "pmt.url", url, "pmt.insecure", insecure);

        if (starts) {
            assertThat(with(values).bind()).isEqualTo(bind);
        } else {
            assertThatThrownBy(() -> with(values))
                    .isInstanceOf(ServiceStartException.class)
                    .hasMessageStartingWith("PMT will not serve plain http beyond this machine");
        }
    }

    @Test
    void says_in_a_sentence_that_a_port_is_taken() {
        try (var first = Edge.start(Map.of())) {
            var port = first.url().getPort();

            assertThatThrownBy(() -> new GatewayService().start(new ServiceSettings(Edge.settings(port))))
                    .isInstanceOf(ServiceStartException.class)
                    .hasMessageStartingWith("Port " + port + " on 127.0.0.1 cannot be used");
        }
    }

    private static GatewaySettings with(Map<String, String> changes) {
        var values = new HashMap<>(LEAST);
        values.putAll(changes);
        return GatewaySettings.from(new ServiceSettings(values));
    }
}
