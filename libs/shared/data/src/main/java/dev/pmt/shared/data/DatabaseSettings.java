package dev.pmt.shared.data;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and as whom a service reaches its database.
 *
 * @param url JDBC URL
 * @param user the service's own role
 * @param password its password
 * @param poolSize connections at most
 * @param connectionTimeout how long a request waits for a connection before it is refused
 */
@ConfigurationProperties("pmt.database")
public record DatabaseSettings(
        String url,
        String user,
        String password,
        @DefaultValue("8") int poolSize,
        @DefaultValue("3s") Duration connectionTimeout) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
    }
}
