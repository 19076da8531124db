package dev.pmt.api.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The service's clock, which stands at another time within a simulated action alone. */
@Component
class DemoClock extends Clock {

    private static final ScopedValue<Instant> SIMULATED = ScopedValue.newInstance();

    private final Clock real = Clock.systemUTC();

    /** Runs an action that takes a moment of the past for now. */
    static void at(Instant moment, Runnable action) {
        ScopedValue.where(SIMULATED, moment).run(action);
    }

    @Override
    public Instant instant() {
        return SIMULATED.isBound() ? SIMULATED.get() : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
