package dev.pmt.health;

import java.time.Clock;

/** Asks the services at most once in a while how they are. */
final class StatusReports {

    private final Services services;
    private final Clock clock;
    private final Fresh<StatusReport> latest;

    StatusReports(Services services, HealthSettings settings, Clock clock) {
        this.services = services;
        this.clock = clock;
        latest = new Fresh<>(settings.fresh(), clock);
    }

    StatusReport latest() {
        return latest.get(() -> {
            var now = clock.instant();
            return StatusReport.of(services.ask(), now);
        });
    }
}
