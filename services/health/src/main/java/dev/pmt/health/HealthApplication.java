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
import org.springframework.http.HttpHeaders;
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
    Introductions introductions(
            HealthSettings settings,
            @Value("${pmt.service.key}") String key,
            @Value("${pmt.url}") String url,
            Clock clock) {
        return new Introductions(new ServiceIdentity("health", key, url), settings, clock);
    }

    @Bean
    Services services(HealthSettings settings, Introductions introductions, Clock clock, Ports ports) {
        var actuators = new ServicePorts<>(
                settings,
                (service, url) -> ports.open(
                        Actuator.class,
                        service,
                        ServicePorts.limits(settings),
                        client -> client.baseUrl(url)
                                .defaultStatusHandler(status -> status.value() == 503, Probe::unwellIsAnAnswer)));
        return new Services(
                edge(EdgeDirectory.class, settings, introductions, ports), new Probe(actuators::of, clock), settings);
    }

    @Bean
    StatusReports statusReports(Services services, HealthSettings settings, Clock clock) {
        return new StatusReports(services, settings, clock);
    }

    @Bean
    Cartographer cartographer(
            StatusReports reports, HealthSettings settings, Introductions introductions, Clock clock, Ports ports) {
        var descriptions = new ServicePorts<>(
                settings,
                (service, url) -> ports.open(
                        SelfDescription.class, service, ServicePorts.limits(settings), client -> client.baseUrl(url)));
        return new Cartographer(
                reports,
                edge(EdgeTraffic.class, settings, introductions, ports),
                descriptions::of,
                introductions,
                settings,
                clock);
    }

    @Bean
    Fresh<ServiceMap> latestMap(HealthSettings settings, Clock clock) {
        return new Fresh<>(settings.fresh(), clock);
    }

    private static <P> P edge(Class<P> port, HealthSettings settings, Introductions introductions, Ports ports) {
        return ports.open(
                port,
                Services.EDGE,
                ServicePorts.limits(settings),
                client -> client.baseUrl(settings.adminUrl().toString())
                        .defaultRequest(request -> request.header(HttpHeaders.AUTHORIZATION, introductions.toEdge())));
    }
}
