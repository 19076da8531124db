package dev.pmt.bench;

import dev.pmt.shared.data.SchemaProvisioner;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Spring applications without a door in this JVM, all as the service {@code bench} on an installation's database. */
final class EventApplication {

    static final String NAME = "bench";

    private static final String PASSWORD = "bench";

    private final String database;
    private final Stopwatch stopwatch;

    private EventApplication(String database, Stopwatch stopwatch) {
        this.database = database;
        this.stopwatch = stopwatch;
    }

    /** Makes the service's role and schema; logs go to {@code folder}, as the host of services would have it. */
    static EventApplication prepare(Installation pmt, Stopwatch stopwatch, Path folder)
            throws IOException, SQLException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("pmt.log.dir", folder.toString());
        try (var database = pmt.database()) {
            SchemaProvisioner.provision(database, NAME, PASSWORD);
        }
        return new EventApplication(pmt.databaseUrl(), stopwatch);
    }

    ConfigurableApplicationContext start(Class<?> application, String... settings) {
        var arguments = new ArrayList<>(List.of(settings));
        arguments.add("--pmt.database.url=" + database);
        arguments.add("--pmt.database.user=" + NAME);
        arguments.add("--pmt.database.password=" + PASSWORD);
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("spring.application.name=" + NAME, "spring.config.name=" + NAME, "pmt.service.name=" + NAME)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Stopwatch.class, () -> stopwatch))
                .run(arguments.toArray(String[]::new));
    }
}
