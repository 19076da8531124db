package dev.pmt.shared.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pmt.shared.contracts.OpenApi.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzTest {

    private static final Path CONTRACT = Path.of("src", "test", "resources", "things.yml");
    private static final String NOT_ALLOWED = "{\"status\":405,\"code\":\"method-not-allowed\"}";
    private static final String THEIRS = "a-thing-that-is-theirs";

    private final Set<String> seen = new ConcurrentSkipListSet<>();

    @Test
    void finds_nothing_where_all_is_well() throws IOException {
        var report = run(200, "application/json", "{\"name\":\"mine\"}");

        assertThat(report.faults()).isEmpty();
        assertThat(report.own()).isPositive();
        assertThat(report.statuses()).containsOnlyKeys(200, 405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "500 | application/problem+json | {} | 500",
                "200 | application/json | {'name':'a-thing-that-is-theirs'} | LEAK",
                "200 | application/json | {'name':'java.lang.IllegalStateException: x'} | INSIDES",
                "404 | text/html | <p>None</p> | no problem",
                "404 | application/problem+json | {'status':404} | incomplete",
                "200 | application/json | {'other':1} | undeclared"
            })
    void finds_what_is_not_well(int status, String type, String body, String fault) throws IOException {
        var report = run(status, type, body.replace('\'', '"'));

        assertThat(report.shownFaults())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains(fault));
    }

    @Test
    void sends_valid_and_odd_requests_and_the_same_again() throws IOException {
        run(200, "application/json", "{\"name\":\"mine\"}");
        var first = Set.copyOf(seen);
        seen.clear();
        run(200, "application/json", "{\"name\":\"mine\"}");

        assertThat(seen).isEqualTo(first).contains("PATCH /v1/things/one {\"name\":\"likely\"}");
        assertThat(seen).hasSizeGreaterThan(20).anyMatch(request -> !request.startsWith("PATCH"));
    }

    private FuzzReport run(int status, String type, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8)));
        server.start();
        try {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var fuzz = new Fuzz(OpenApi.read(CONTRACT), new Contract(CONTRACT), 1, 100);
            return fuzz.run(address, n -> new World());
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
        if (exchange.getRequestMethod().equals("PATCH")) {
            send(exchange, status, type, body);
        } else {
            send(exchange, 405, "application/problem+json", NOT_ALLOWED.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** One caller, who knows one thing. */
    private record World() implements FuzzWorld {

        @Override
        public List<FuzzCaller> callers() {
            return List.of(FuzzCaller.bearer("x", text -> text.contains("mine"), text -> text.contains(THEIRS)));
        }

        @Override
        public String text(Operation operation, String name, FuzzValues values) {
            return "one";
        }

        @Override
        public String json(Operation operation, String name, FuzzValues values) {
            return "\"likely\"";
        }
    }
}
