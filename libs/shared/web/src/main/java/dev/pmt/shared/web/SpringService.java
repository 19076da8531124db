package dev.pmt.shared.web;

import dev.pmt.shared.service.Alone;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import dev.pmt.shared.telemetry.Measured;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts one Spring Boot application as a service: own configuration file, own loopback port, virtual threads. */
public abstract class SpringService implements Service {

    /** Setting that names the service; {@link BootModules} reads it to keep neighbours' auto-configuration asleep. */
    static final String NAME = "pmt.service.name";

    private final String name;
    private final Class<?> application;

    /** Names the service and its {@code @SpringBootApplication} class. */
    protected SpringService(String name, Class<?> application) {
        this.name = name;
        this.application = application;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final RunningService start(ServiceSettings settings) {
        try {
            return new Running(builder(settings).run());
        } catch (ServiceStartException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ServiceStartException("Service " + name + " could not start: " + rootMessage(e), e);
        }
    }

    /** Runs the service alone, with settings from the environment, until the process is told to stop. */
    protected final void runAlone() {
        Alone.run(new Measured(this));
    }

    private SpringApplicationBuilder builder(ServiceSettings settings) {
        var values = new HashMap<String, Object>(settings.values());
        values.put(NAME, name);
        settings.find("pmt.bind").ifPresent(address -> values.put("server.address", address));
        settings.find("pmt.port").ifPresent(port -> values.put("server.port", port));
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(defaults())
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("host", values)));
    }

    private Map<String, Object> defaults() {
        var defaults = new HashMap<String, Object>();
        defaults.put("spring.config.name", name);
        defaults.put("spring.application.name", name);
        defaults.put("logging.structured.format.console", "ecs");
        defaults.put("spring.jmx.enabled", "false");
        defaults.put("spring.threads.virtual.enabled", "true");
        defaults.put("spring.jackson.deserialization.fail-on-unknown-properties", "true");
        defaults.put("spring.jackson.deserialization.fail-on-null-for-primitives", "true");
        defaults.put("spring.web.resources.add-mappings", "false");
        // It would read the forms of PUT and PATCH, which no door takes, and fail outside of every error handling.
        defaults.put("spring.mvc.formcontent.filter.enabled", "false");
        defaults.put("server.address", "127.0.0.1");
        defaults.put("server.port", "0");
        // The edge keeps few connections and many requests on each; Tomcat would close one after 100.
        defaults.put("server.tomcat.max-keep-alive-requests", "-1");
        defaults.put("server.shutdown", "graceful");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        defaults.put("server.error.include-message", "never");
        defaults.put("server.error.whitelabel.enabled", "false");
        defaults.put("server.tomcat.max-http-form-post-size", "64KB");
        defaults.put("management.endpoints.access.default", "none");
        defaults.put("management.endpoint.health.access", "read-only");
        defaults.put("management.endpoint.info.access", "read-only");
        defaults.put("management.endpoints.web.exposure.include", "health,info");
        defaults.put("management.info.process.enabled", "false");
        return defaults;
    }

    private static String rootMessage(Throwable e) {
        var cause = e.getCause();
        if (cause != null) {
            return rootMessage(cause);
        }
        var message = e.getMessage();
        var kind = e.getClass().getSimpleName();
        return message == null ? kind : message.lines().findFirst().orElse(kind);
    }

    private record Running(ConfigurableApplicationContext context) implements RunningService {

        @Override
        public URI address() {
            var server = ((ServletWebServerApplicationContext) context).getWebServer();
            if (server == null) {
                throw new IllegalStateException("service has no web server");
            }
            return URI.create("http://127.0.0.1:" + server.getPort());
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
