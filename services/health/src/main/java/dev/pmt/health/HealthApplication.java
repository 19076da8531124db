package dev.pmt.health;

import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Wires the health service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@SharedWeb
class HealthApplication {

    @Bean
    SecurityFilterChain everybodyMayAsk(HttpSecurity http, JwtSecurity tokens) {
        return tokens.chain(http, "/alive", "/api/status");
    }

    @Bean
    Services services(HealthSettings settings, Clock clock) {
        var http = http(settings);
        var probe = new Probe(address -> port(Actuator.class, http.clone().baseUrl(address)), clock);
        var edge = http.clone()
                .baseUrl(settings.adminUrl().toString())
                .defaultHeaders(headers -> headers.setBearerAuth(settings.adminSecret()));
        return new Services(port(EdgeDirectory.class, edge), probe, settings);
    }

    /** An unwell service answers 503 with a body that says so: that is an answer. The edge's word that it is away is none. */
    private static RestClient.Builder http(HealthSettings settings) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(settings.timeout());
        return RestClient.builder()
                .requestFactory(requests)
                .defaultStatusHandler(status -> status.value() == 503, (request, response) -> {
                    if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                            response.getHeaders().getContentType())) {
                        throw new ResourceAccessException("the edge cannot reach it");
                    }
                });
    }

    private static <T> T port(Class<T> type, RestClient.Builder client) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client.build()))
                .build()
                .createClient(type);
    }
}
