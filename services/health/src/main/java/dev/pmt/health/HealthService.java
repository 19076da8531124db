package dev.pmt.health;

import dev.pmt.shared.web.SpringService;

/** The health service, as hosts find it. */
public final class HealthService extends SpringService {

    /** Names the service. */
    public HealthService() {
        super("health", HealthApplication.class);
    }

    /** Runs the service alone, with settings from the environment. */
    static void main() {
        new HealthService().runAlone();
    }
}
