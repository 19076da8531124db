package dev.pmt.shared.carriers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What carries events between services.
 *
 * @param carrier {@code feed}: the producer's log itself, in process or by HTTP; {@code redis}; {@code rabbitmq}
 * @param redisUrl {@code redis://USER:PASSWORD@HOST:PORT/DATABASE}, or {@code rediss://} for TLS
 * @param rabbitmqUrl {@code amqp://USER:PASSWORD@HOST:PORT/VHOST}, or {@code amqps://} for TLS
 */
@ConfigurationProperties("pmt.events")
record CarrierSettings(
        @DefaultValue("feed") String carrier,
        @DefaultValue("") String redisUrl,
        @DefaultValue("") String rabbitmqUrl) {

    private static final Set<String> CARRIERS = Set.of("feed", "redis", "rabbitmq");

    /** Refuses what no broker could be found by; an address is not repeated, for it may hold a password. */
    CarrierSettings {
        if (!CARRIERS.contains(carrier)) {
            throw new IllegalArgumentException("pmt.events.carrier must be feed, redis or rabbitmq: " + carrier);
        }
        if (carrier.equals("redis")) {
            check("pmt.events.redis-url", redisUrl, "redis", "/DATABASE");
        }
        if (carrier.equals("rabbitmq")) {
            check("pmt.events.rabbitmq-url", rabbitmqUrl, "amqp", "/VHOST");
        }
    }

    private static void check(String name, String url, String scheme, String path) {
        if (!isAddress(url, scheme)) {
            throw new IllegalArgumentException(name + " must be " + scheme + "://[USER:PASSWORD@]HOST[:PORT][" + path
                    + "], or " + scheme + "s://… for TLS, with special characters of a password as %XX");
        }
    }

    private static boolean isAddress(String url, String scheme) {
        try {
            var address = new URI(url);
            return address.getHost() != null && Set.of(scheme, scheme + "s").contains(address.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Leaves the addresses out: they may hold passwords. */
    @Override
    public String toString() {
        return "CarrierSettings[" + carrier + "]";
    }
}
