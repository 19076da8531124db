package dev.pmt.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.data.Place;
import dev.pmt.shared.data.SharedData;
import java.time.Duration;
import java.util.HashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a service's own connections stand to the fence. */
class FencedServiceTest {

    @SharedData
    @Configuration(proxyBeanMethods = false)
    static class Application {}

    private final FencedDatabase world = new FencedDatabase();

    @Test
    void a_running_service_loses_its_writes_with_the_schema_and_gets_them_back_with_it() throws Exception {
        try (var service = start("")) {
            insert(service);
            world.handOver(Duration.ofSeconds(10));
            assertThatThrownBy(() -> insert(service)).rootCause().hasMessageContaining("epoch 2 of 1/elsewhere");
            assertThat(rows(service)).isEqualTo(1);
        }
        try (var stranger = start("")) {
            assertThatThrownBy(() -> insert(stranger)).rootCause().hasMessageContaining("this is epoch none");
            assertThat(rows(stranger)).isEqualTo(1);
        }
        try (var connection = world.session(2)) {
            var here = Place.of(connection);
            connection.setAutoCommit(false);
            assertThat(FencedDatabase.FENCE.handOver(connection, here, Duration.ofSeconds(10)))
                    .isEqualTo(3);
            connection.commit();
        }
        try (var again = start("")) {
            insert(again);
            assertThat(rows(again)).isEqualTo(2);
        }
    }

    @Test
    void the_epoch_stands_beside_the_options_of_the_url() {
        try (var service = start("?options=-c%20statement_timeout%3D12345")) {
            insert(service);
            assertThat(JdbcClient.create(service.getBean(DataSource.class))
                            .sql("SHOW statement_timeout")
                            .query(String.class)
                            .single())
                    .isEqualTo("12345ms");
        }
    }

    private ConfigurableApplicationContext start(String query) {
        var settings = new HashMap<String, Object>(world.database.settings());
        settings.put("spring.application.name", "sample");
        settings.compute("pmt.database.url", (name, url) -> url + query);
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run();
    }

    private static void insert(ConfigurableApplicationContext service) {
        JdbcClient.create(service.getBean(DataSource.class))
                .sql("INSERT INTO first VALUES (1)")
                .update();
    }

    private static long rows(ConfigurableApplicationContext service) {
        return JdbcClient.create(service.getBean(DataSource.class))
                .sql("SELECT count(*) FROM first")
                .query(Long.class)
                .single();
    }
}
