package dev.pmt.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;

/** What every service says about itself. */
interface Actuator {

    /** Tells whether the service can work; answered with 503 too. */
    @GetExchange("/actuator/health")
    Health getHealth();

    /** Tells what runs and since when. */
    @GetExchange("/actuator/info")
    About getInfo();

    /** UP, DOWN, OUT_OF_SERVICE or UNKNOWN. */
    record Health(@Nullable String status) {}

    /** Version, start, and whether it has an event log. */
    record About(
            @Nullable String version,
            @Nullable Instant startedAt,
            @Nullable Boolean events) {}
}
