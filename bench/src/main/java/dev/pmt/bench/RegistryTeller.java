package dev.pmt.bench;

import dev.pmt.shared.data.SharedData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Says it by Spring Modulith's publication registry, its listener on Boot's own executor of eight threads. */
final class RegistryTeller implements Teller {

    private static final String MODULES = "org.springframework.modulith.events.config,"
            + "org.springframework.modulith.events.jackson,org.springframework.modulith.events.jdbc";

    private static final String HEARD =
            "SELECT NOT EXISTS (SELECT FROM event_publication WHERE completion_date IS NULL)";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @SharedData
    static class Application {

        @Bean
        Parcels parcels(JdbcClient jdbc, Stopwatch stopwatch) {
            return new Parcels(jdbc, stopwatch);
        }

        @Bean
        Arrivals arrivals(Parcels parcels) {
            return new Arrivals(parcels);
        }
    }

    /** Listens after the commit, in a thread and a transaction of its own. */
    static class Arrivals {

        private final Parcels parcels;

        Arrivals(Parcels parcels) {
            this.parcels = parcels;
        }

        @ApplicationModuleListener
        void on(ParcelSent sent) {
            parcels.arrive(List.of(sent.parcel()));
        }
    }

    private final ConfigurableApplicationContext context;
    private final TransactionTemplate transaction;
    private final Parcels parcels;
    private final JdbcClient jdbc;

    RegistryTeller(EventApplication application) {
        context = application.start(
                EventApplication.SENDER,
                Application.class,
                WebApplicationType.NONE,
                Map.of(
                        "pmt.boot-modules",
                        "jdbc,transaction," + MODULES,
                        "spring.modulith.events.jdbc.schema-initialization.enabled",
                        "true"));
        transaction = context.getBean(TransactionTemplate.class);
        parcels = context.getBean(Parcels.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    @Override
    public void tell(UUID parcel) {
        transaction.executeWithoutResult(_ -> {
            parcels.send(parcel);
            context.publishEvent(new ParcelSent(parcel, Parcels.LABEL));
        });
    }

    @Override
    public boolean isHeard() {
        return jdbc.sql(HEARD).query(Boolean.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
