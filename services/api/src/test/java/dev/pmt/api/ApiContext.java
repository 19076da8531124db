package dev.pmt.api;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The inside of the service: its beans. */
final class ApiContext {

    private ApiContext() {}

    /** Starts another one beside a running service, on the same database. */
    static ConfigurableApplicationContext start(RunningApi api) {
        var settings = new HashMap<String, Object>(api.tokens().settings());
        settings.putAll(api.database().settings());
        settings.putAll(Map.of("spring.config.name", "api", "spring.application.name", "api", "server.port", "0"));
        settings.put("pmt.imports.workers", "0");
        return new SpringApplicationBuilder(ApiApplication.class)
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings)))
                .run();
    }
}
