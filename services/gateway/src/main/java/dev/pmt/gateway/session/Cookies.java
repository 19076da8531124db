package dev.pmt.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;

/** Names and attributes of the edge's own cookies. */
final class Cookies {

    static final String SESSION = "pmt_session";
    private static final String ATTEMPT = "pmt_signin_";
    private static final String CALLBACK = "/session/callback";

    private final boolean secure;

    Cookies(boolean secure) {
        this.secure = secure;
    }

    String session(String content) {
        return write(SESSION, content, "/", ClientSettings.SESSION_LIFE);
    }

    String noSession() {
        return write(SESSION, "", "/", Duration.ZERO);
    }

    String attempt(String state, String content) {
        return write(attemptName(state), content, CALLBACK, ClientSettings.ATTEMPT_LIFE);
    }

    String noAttempt(String state) {
        return write(attemptName(state), "", CALLBACK, Duration.ZERO);
    }

    /** Every sign-in attempt has a cookie of its own, so that two tabs can sign in at a time. */
    static String attemptName(String state) {
        return ATTEMPT + state.substring(0, Math.min(12, state.length()));
    }

    private String write(String name, String value, String path, Duration life) {
        return Cookie.cookie(name, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(secure)
                .setMaxAge(life.toSeconds())
                .encode();
    }
}
