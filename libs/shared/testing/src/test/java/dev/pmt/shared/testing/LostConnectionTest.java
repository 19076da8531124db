package dev.pmt.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.data.SharedData;
import java.sql.SQLException;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LostConnectionTest {

    @SharedData
    @Configuration(proxyBeanMethods = false)
    static class Application {}

    @Test
    void a_connection_lost_in_a_transaction_shows_as_that_and_not_as_a_failed_rollback() {
        var database = TestDatabase.fresh("sample");
        var settings = new HashMap<String, Object>(database.settings());
        settings.put("spring.application.name", "sample");
        try (var context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run()) {
            var jdbc = JdbcClient.create(context.getBean(javax.sql.DataSource.class));
            var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        var backend = jdbc.sql("SELECT pg_backend_pid()")
                                .query(Integer.class)
                                .single();
                        terminate(database, backend);
                        jdbc.sql("INSERT INTO first VALUES (1)").update();
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("57P01");
            assertThat(jdbc.sql("SELECT count(*) FROM first").query(Long.class).single())
                    .isZero();
        }
    }

    private static void terminate(TestDatabase database, int backend) {
        try (var superuser = database.superuser();
                var statement = superuser.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
            statement.setInt(1, backend);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
