package dev.pmt.gateway.proxy;

import dev.pmt.gateway.routes.Load;
import java.time.Duration;

/**
 * What one request may cost.
 *
 * @param body largest body of a normal request, bytes
 * @param bulkBody largest body of an import or an attachment, bytes: their service knows the limit itself
 * @param time until a service has begun to answer; for these, until the next bytes flow
 * @param idle for a connection without a request in hand
 */
public record Limits(long body, long bulkBody, Duration time, Duration idle) {

    /** 10 MB, 2 GB, 60 seconds, 30 seconds. */
    public static final Limits STANDARD =
            new Limits(10L * 1024 * 1024, 2L * 1024 * 1024 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(30));

    long bodyFor(Load load) {
        return switch (load) {
            case NORMAL -> body;
            case BULK -> bulkBody;
        };
    }
}
