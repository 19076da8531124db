package dev.pmt.api;

import dev.pmt.shared.web.SpringService;

/** Starts the api service, in a host or alone. */
public final class ApiService extends SpringService {

    /** Names the service {@code api}. */
    public ApiService() {
        super("api", ApiApplication.class);
    }

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] arguments) {
        new ApiService().runAlone();
    }
}
