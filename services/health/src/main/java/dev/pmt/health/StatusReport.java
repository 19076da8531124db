package dev.pmt.health;

import java.time.Instant;
import java.util.List;

/** How PMT is, as of a moment. */
record StatusReport(State status, List<ServiceStatus> services, Instant checkedAt) {

    static StatusReport of(List<ServiceStatus> services, Instant checkedAt) {
        return new StatusReport(overall(services), services, checkedAt);
    }

    private static State overall(List<ServiceStatus> services) {
        if (services.stream().allMatch(service -> service.state() == State.UP)) {
            return State.UP;
        }
        var useful = services.stream()
                .filter(service -> !Services.SUPPORTING.contains(service.name()))
                .anyMatch(service -> service.state() != State.DOWN);
        return useful ? State.DEGRADED : State.DOWN;
    }
}
