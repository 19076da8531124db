package dev.pmt.health;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors of health for everybody: a probe for machines and a report for people. */
@RestController
class StatusController {

    private final StatusReports reports;

    StatusController(StatusReports reports) {
        this.reports = reports;
    }

    /** Answers as long as this process lives. */
    @GetMapping("/alive")
    ResponseEntity<Alive> alive() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Alive("alive"));
    }

    /** Reports how each service is; 200 whatever the report says. */
    @GetMapping("/api/status")
    ResponseEntity<StatusReport> status() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reports.latest());
    }

    /** The answer of the probe. */
    record Alive(String status) {}
}
