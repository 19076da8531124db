package dev.pmt.shared.web.telemetry;

import dev.pmt.shared.telemetry.RequestTimes;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.TelemetrySettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Gives an application its telemetry, once, whichever shared parts ask for it. */
@Configuration(proxyBeanMethods = false)
public class TelemetryConfiguration {

    @Bean
    Telemetry telemetry(@Value("${spring.application.name}") String service, Environment environment) {
        return Telemetry.start(TelemetrySettings.of(service, environment::getProperty));
    }

    /** First of all filters, so that it sees what the others refuse. */
    @Bean
    FilterRegistrationBean<RequestTelemetry> requestTelemetry(Telemetry telemetry) {
        var filter = new FilterRegistrationBean<>(
                new RequestTelemetry(telemetry.tracing(), new RequestTimes(telemetry.meters())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
