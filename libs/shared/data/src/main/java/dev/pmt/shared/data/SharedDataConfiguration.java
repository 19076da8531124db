package dev.pmt.shared.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class SharedDataConfiguration {

    /** Opens the pool and migrates the schema before any other bean can use it. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings, @Value("${spring.application.name}") String service) {
        var config = new HikariConfig();
        config.setPoolName(service);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setSchema(service);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.addDataSourceProperty("ApplicationName", "pmt-" + service);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        var source = new HikariDataSource(config);
        Migrations.run(source, service);
        return source;
    }

    /** Takes the place of Boot's own, which starts with the same defaults. */
    @Bean
    JdbcTransactionManager transactionManager(DataSource source) {
        return new OutageTransactionManager(source);
    }
}
