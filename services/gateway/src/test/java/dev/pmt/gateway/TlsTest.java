package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    private Path folder;

    @Test
    void serves_https_with_certificate_files() throws Exception {
        var store = selfSigned();
        write(
                "key.pem",
                "PRIVATE KEY",
                store.getKey("edge", "secret".toCharArray()).getEncoded());
        write("chain.pem", "CERTIFICATE", certificate(store).getEncoded());
        var settings = settings();
        var url = URI.create(settings.getOrDefault("pmt.url", ""));

        try (var gateway = new GatewayService().start(new ServiceSettings(settings));
                var client = HttpClient.newBuilder().sslContext(trusting(store)).build()) {
            assertThat(gateway.address()).hasScheme("https");
            var page = client.send(
                    HttpRequest.newBuilder(url.resolve("/session/sign-in")).build(), BodyHandlers.ofString());
            var policy = page.headers().firstValue("content-security-policy");

            assertThat(page.headers().firstValue("strict-transport-security")).contains("max-age=31536000");
            assertThat(page.headers().firstValue("set-cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("; Secure"));
            assertThat(policy).hasValueSatisfying(value -> assertThat(value).contains(" wss://localhost:"));
        }
    }

    @Test
    void says_in_a_sentence_that_it_cannot_start_without_the_files() {
        assertThatThrownBy(() -> new GatewayService().start(new ServiceSettings(settings())))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageStartingWith("The edge could not start");
    }

    private Map<String, String> settings() {
        var port = Edge.freePort();
        var values = new HashMap<>(Edge.settings(port));
        values.put("pmt.url", "https://localhost:" + port);
        values.put("pmt.tls.certificate", folder.resolve("chain.pem").toString());
        values.put("pmt.tls.key", folder.resolve("key.pem").toString());
        return values;
    }

    private KeyStore selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "edge",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "secret")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        return KeyStore.getInstance(file.toFile(), "secret".toCharArray());
    }

    private static Certificate certificate(KeyStore store) throws GeneralSecurityException {
        return store.getCertificate("edge");
    }

    private static SSLContext trusting(KeyStore store) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("edge", certificate(store));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void write(String name, String kind, byte[] content) throws IOException {
        var text = Base64.getMimeEncoder().encodeToString(content);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
