package dev.pmt.server;

import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reaches each service's schema as the service's own role.
 *
 * @param databases where the schemas are
 * @param secrets where the roles' passwords are
 */
record Access(Databases databases, Secrets secrets) implements Function<String, DataSource> {

    @Override
    public DataSource apply(String service) {
        var source = new DriverManagerDataSource(databases.of(service).url(), service, secrets.ofDatabase(service));
        var properties = new Properties();
        properties.setProperty("currentSchema", service);
        properties.setProperty("ApplicationName", "pmt-host");
        source.setConnectionProperties(properties);
        return source;
    }
}
