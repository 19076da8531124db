package dev.pmt.health;

import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import dev.pmt.shared.web.calls.Ports;
import dev.pmt.shared.web.calls.ServiceIdentity;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Wires the health service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@SharedWeb
class HealthApplication {

    @Bean
    SecurityFilterChain everybodyMayAsk(HttpSecurity http, JwtSecurity tokens) {
        return tokens.chain(http, "/alive", "/api/status");
    }

    /** Health shows the edge by its own key who it is; no other service needs to be up for that. */
    @Bean
    Services services(
            HealthSettings settings,
            @Value("${pmt.service.key}") String key,
            @Value("${pmt.url}") String url,
            Clock clock,
            Ports ports) {
        var identity = new ServiceIdentity("health", key, url);
        var secret = settings.adminSecret();
        var edge = ports.open(
                EdgeDirectory.class,
                Services.EDGE,
                Actuators.limits(settings),
                client -> client.baseUrl(settings.adminUrl().toString())
                        .defaultRequest(request -> request.headers(headers -> headers.setBearerAuth(
                                secret == null ? identity.proof(ServiceIdentity.EDGE, clock) : secret))));
        return new Services(edge, new Probe(new Actuators(ports, settings)::of, clock), settings);
    }
}
