package dev.pmt.health;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two doors of health: a probe for machines and a report for everybody. */
@RestController
class StatusController {

    private final Services services;
    private final HealthSettings settings;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable StatusReport latest;

    StatusController(Services services, HealthSettings settings, Clock clock) {
        this.services = services;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers as long as this process lives. */
    @GetMapping("/alive")
    ResponseEntity<Alive> alive() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Alive("alive"));
    }

    /** Reports how each service is; 200 whatever the report says. */
    @GetMapping("/api/status")
    ResponseEntity<StatusReport> status() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(report());
    }

    /** Asks the services at most once in a while, however many want to know. */
    private StatusReport report() {
        asking.lock();
        try {
            var now = clock.instant();
            var report = latest;
            if (report == null || isOld(report, now)) {
                report = StatusReport.of(services.ask(), now);
                latest = report;
            }
            return report;
        } finally {
            asking.unlock();
        }
    }

    private boolean isOld(StatusReport report, Instant now) {
        return !now.isBefore(report.checkedAt().plus(settings.fresh()));
    }

    /** The answer of the probe. */
    record Alive(String status) {}
}
