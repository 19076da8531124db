package dev.pmt.server;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What carries events between services; without any of these, the producer's log itself. */
final class CarrierOptions {

    @Option(
            names = "--carrier",
            paramLabel = "NAME",
            description = "what carries events between services: feed (each service's log itself), redis or rabbitmq"
                    + " (default: feed; also PMT_EVENTS_CARRIER)")
    private @Nullable String carrier;

    @Option(
            names = "--redis-url",
            paramLabel = "URL",
            description = "redis://[USER:PASSWORD@]HOST[:PORT], rediss:// for TLS (with a password better as"
                    + " PMT_EVENTS_REDIS_URL, which other users do not see)")
    private @Nullable String redisUrl;

    @Option(
            names = "--rabbitmq-url",
            paramLabel = "URL",
            description = "amqp://USER:PASSWORD@HOST[:PORT][/VHOST], amqps:// for TLS (better as"
                    + " PMT_EVENTS_RABBITMQ_URL)")
    private @Nullable String rabbitmqUrl;

    /** Returns the settings of services that say so. @throws Failure when the carrier is unknown or has no address */
    Map<String, String> settings(Map<String, String> environment) {
        var settings = new HashMap<String, String>();
        put(settings, "pmt.events.carrier", carrier, environment.get("PMT_EVENTS_CARRIER"));
        put(settings, "pmt.events.redis-url", redisUrl, environment.get("PMT_EVENTS_REDIS_URL"));
        put(settings, "pmt.events.rabbitmq-url", rabbitmqUrl, environment.get("PMT_EVENTS_RABBITMQ_URL"));
        var named = settings.getOrDefault("pmt.events.carrier", "feed");
        switch (named) {
            case "feed" -> {}
            case "redis", "rabbitmq" -> {
                if (!settings.containsKey("pmt.events." + named + "-url")) {
                    throw new Failure(Exit.USAGE, "--carrier " + named + " needs --" + named + "-url");
                }
            }
            default -> throw new Failure(Exit.USAGE, "--carrier must be feed, redis or rabbitmq: " + named);
        }
        return settings;
    }

    private static void put(
            Map<String, String> settings, String name, @Nullable String option, @Nullable String variable) {
        var value = option == null ? variable : option;
        if (value != null && !value.isBlank()) {
            settings.put(name, value.strip());
        }
    }
}
