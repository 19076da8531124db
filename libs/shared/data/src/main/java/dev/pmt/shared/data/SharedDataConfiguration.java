package dev.pmt.shared.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class SharedDataConfiguration {

    /** Migrates the schema and opens the pool, whose sessions carry the epoch of the start, before any other bean can use it. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings, @Value("${spring.application.name}") String service) {
        var connections = connections(settings, service);
        Migrations.run(connections, service)
                .ifPresent(epoch -> connections.setOptions(
                        Objects.requireNonNullElse(connections.getOptions(), "") + " -c " + Fence.EPOCH + "=" + epoch));
        var config = new HikariConfig();
        config.setPoolName(service);
        config.setDataSource(connections);
        config.setSchema(service);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        return new HikariDataSource(config);
    }

    @Bean
    DatabaseDescription databaseDescription(
            DatabaseSettings settings, @Value("${spring.application.name}") String service) {
        return DatabaseDescription.of(settings, service);
    }

    private static PGSimpleDataSource connections(DatabaseSettings settings, String service) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setApplicationName("pmt-" + service);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** Takes the place of Boot's own, which starts with the same defaults. */
    @Bean
    JdbcTransactionManager transactionManager(DataSource source) {
        return new OutageTransactionManager(source);
    }
}
