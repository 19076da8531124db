package dev.pmt.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Spring applications in this JVM as services that an installation has left out, with the settings it gives them. */
final class EventApplication {

    static final String SENDER = "bench";
    static final String LISTENER = "arrivals";

    private static final String INTERNAL_URL = "pmt.internal-url";

    private final Map<String, Properties> services = new HashMap<>();
    private final Stopwatch stopwatch;

    private EventApplication(Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
    }

    /** Starts an installation that leaves both services out: an edge, and auth for services to prove who they are. */
    static Installation installation(Path home) throws IOException, InterruptedException {
        var classPath = System.getProperty("java.class.path");
        return Installation.start(home, "events", classPath, List.of(), "--without", SENDER + "," + LISTENER);
    }

    /** Reads what the installation has left for the services; logs go to {@code folder}, as the host of services would have it. */
    static EventApplication prepare(Installation pmt, Stopwatch stopwatch, Path folder) throws IOException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("pmt.log.dir", folder.toString());
        var application = new EventApplication(stopwatch);
        for (var service : List.of(SENDER, LISTENER)) {
            var properties = new Properties();
            properties.load(new StringReader(pmt.file("run/" + service + ".properties")));
            application.services.put(service, properties);
        }
        return application;
    }

    /** Returns the setting by which a service does not know those of its own process. */
    Map<String, String> farFromAll() {
        var url = settings(SENDER).getProperty(INTERNAL_URL, "");
        return Map.of(INTERNAL_URL, url.replace("127.0.0.1", "localhost"));
    }

    ConfigurableApplicationContext start(
            String service, Class<?> application, WebApplicationType type, Map<String, String> settings) {
        var all = new Properties();
        all.putAll(settings(service));
        all.put("pmt.boot-modules", "jdbc,transaction");
        all.put("server.address", "127.0.0.1");
        all.put("server.port", "0");
        all.put("server.tomcat.max-keep-alive-requests", "-1");
        all.put("spring.threads.virtual.enabled", "true");
        all.putAll(settings);
        return new SpringApplicationBuilder(application)
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(
                        "spring.application.name=" + service,
                        "spring.config.name=" + service,
                        "pmt.service.name=" + service)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Stopwatch.class, () -> stopwatch))
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private Properties settings(String service) {
        return Objects.requireNonNull(services.get(service));
    }
}
