package dev.pmt.health;

import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import dev.pmt.shared.web.calls.Ports;
import java.time.Clock;
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

    @Bean
    Services services(HealthSettings settings, Clock clock, Ports ports) {
        var edge = ports.open(
                EdgeDirectory.class,
                Services.EDGE,
                Actuators.limits(settings),
                client -> client.baseUrl(settings.adminUrl().toString())
                        .defaultHeaders(headers -> headers.setBearerAuth(settings.adminSecret())));
        return new Services(edge, new Probe(new Actuators(ports, settings)::of, clock), settings);
    }
}
