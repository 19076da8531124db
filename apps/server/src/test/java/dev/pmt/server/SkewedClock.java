package dev.pmt.server;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Lets the services of a process see another time, as on a machine whose clock is off; registered in the test class path's
 * spring.factories. The process itself goes on by the right one.
 */
public final class SkewedClock implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String SKEW = "PMT_TEST_CLOCK_SKEW";

    /** Returns the environment of a process whose clock is off by so much. */
    static Map<String, String> by(Duration skew) {
        return Map.of(SKEW, skew.toString());
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        var skew = System.getenv(SKEW);
        if (skew != null) {
            var clock = Clock.offset(Clock.systemUTC(), Duration.parse(skew));
            context.registerBean("skewedClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
        }
    }
}
