package dev.pmt.shared.web.calls;

import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.web.telemetry.TelemetryConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gives an application its {@link Ports}, once, whichever shared parts ask for them. */
@Configuration(proxyBeanMethods = false)
@Import(TelemetryConfiguration.class)
public class PortsConfiguration {

    @Bean
    Ports ports(Telemetry telemetry) {
        return new Ports(telemetry.tracing());
    }
}
