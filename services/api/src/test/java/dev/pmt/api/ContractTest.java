package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.contracts.EventDoor;
import dev.pmt.shared.contracts.OpenApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ContractTest {

    @Test
    void promises_exactly_the_operations_that_the_service_serves() {
        try (var api = RunningApi.start()) {
            try (var context = ApiContext.start(api)) {
                var mappings = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
                var served = new TreeSet<String>();
                mappings.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/"))
                                .forEach(path -> info.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method ->
                                                served.add(method + " " + path.replaceAll("\\{\\w+}", "{}")))));

                var promised = OpenApi.read(Client.CONTRACT_FILE).names();
                promised.addAll(EventDoor.operations("api"));
                assertThat(served).hasSizeGreaterThan(20).isEqualTo(promised);
            }
        }
    }

    @Test
    void notices_answers_that_break_the_contract() {
        Client.CONTRACT.check("GET", "/api/v1/projects", answer(200, "{\"items\":[],\"next\":null}"));

        assertThatThrownBy(() -> Client.CONTRACT.check("GET", "/api/v1/projects", answer(200, "{\"items\":[]}")))
                .hasMessageContaining("next");
        assertThatThrownBy(() -> Client.CONTRACT.check(
                        "GET", "/api/v1/projects", answer(200, "{\"items\":[],\"next\":null,\"total\":3}")))
                .hasMessageContaining("total");
        assertThatThrownBy(() ->
                        Client.CONTRACT.check("GET", "/api/v1/projects", answer(200, "{\"items\":[{}],\"next\":null}")))
                .hasMessageContaining("broke the contract");
        assertThatThrownBy(() -> Client.CONTRACT.check("GET", "/api/v1/nothing", answer(200, "{}")))
                .hasMessageContaining("broke the contract");
        assertThatThrownBy(() -> Client.CONTRACT.check("DELETE", "/api/v1/projects", answer(204, "")))
                .hasMessageContaining("broke the contract");
        assertThat(Client.CONTRACT.checked()).isPositive();
    }

    private static HttpResponse<byte[]> answer(int status, String body) {
        return new Planted(status, body);
    }

    /** An answer that no service gave. */
    private record Planted(int statusCode, String text) implements HttpResponse<byte[]> {

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);
        }

        @Override
        public @Nullable HttpRequest request() {
            return null;
        }

        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("http://localhost");
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
