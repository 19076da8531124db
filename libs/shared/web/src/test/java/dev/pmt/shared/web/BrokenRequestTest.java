package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestTokens;
import dev.pmt.shared.web.sample.SampleApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no decent client sends, written to the socket as they are. */
class BrokenRequestTest {

    private static final TestTokens TOKENS = new TestTokens();
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = new SpringService("sample", SampleApplication.class) {}.start(new ServiceSettings(TOKENS.settings()));
    }

    @AfterAll
    static void stop() {
        service.close();
        TOKENS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a%00b HTTP/1.1, 400",
        "GET /a%2Fb HTTP/1.1, 400",
        "GET /a;b HTTP/1.1, 400",
        "GET /%zz HTTP/1.1, 400",
        "GET /open|x HTTP/1.1, 400",
        "BREW /open HTTP/1.1, 405",
        "TRACE /open HTTP/1.1, 405",
        "GET /open HTTP/9.9, 505",
        "GET /error HTTP/1.1, 404",
        "nonsense, 400",
    })
    void are_answered_as_problems(String requestLine, int status) throws IOException {
        var answer = send(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThatIsProblem(answer, status);
    }

    @ParameterizedTest
    @CsvSource({"target, 400", "header, 400", "length, 400", "host, 400"})
    void of_another_size_or_shape_than_the_server_takes_are_answered_as_problems(String kind, int status)
            throws IOException {
        var much = "x".repeat(70_000);
        var answer = send(
                switch (kind) {
                    case "target" -> "GET /" + much + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                    case "header" -> "GET /open HTTP/1.1\r\nHost: localhost\r\nX-Much: " + much + "\r\n\r\n";
                    case "length" -> "POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n";
                    default -> "GET /open HTTP/1.1\r\nHost: a|b\r\n\r\n";
                });

        assertThatIsProblem(answer, status);
    }

    private static void assertThatIsProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json", "\"status\":" + status)
                .doesNotContain("<html", "tomcat", "\r\nserver:", "exception", "java");
    }

    private static String send(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), service.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
