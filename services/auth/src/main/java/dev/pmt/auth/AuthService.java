package dev.pmt.auth;

import dev.pmt.shared.web.SpringService;

/** The auth service, as hosts find it. */
public final class AuthService extends SpringService {

    /** Names the service. */
    public AuthService() {
        super("auth", AuthApplication.class);
    }

    /** Runs the service alone, with settings from the environment. */
    static void main() {
        new AuthService().runAlone();
    }
}
