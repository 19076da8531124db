package dev.pmt.gateway.session;

import dev.pmt.shared.service.ServiceStartException;
import java.net.URI;
import java.time.Duration;

/**
 * The edge as an OpenID Connect client.
 *
 * @param url the address that browsers use; also the issuer
 * @param clientSecret shared with auth
 * @param cookieSecret what session cookies are encrypted with, at least 32 characters
 */
public record ClientSettings(URI url, String clientSecret, String cookieSecret) {

    static final String CLIENT_ID = "pmt-edge";
    /** An access token with less time left than this is refreshed first. */
    static final Duration REFRESH_BEFORE = Duration.ofSeconds(60);
    /** How long requests that still carry the cookie from before a refresh get the refreshed session. */
    static final Duration GRACE = Duration.ofSeconds(30);

    static final Duration SESSION_LIFE = Duration.ofDays(30);
    static final Duration ATTEMPT_LIFE = Duration.ofMinutes(10);

    /** Checks the cookie secret. */
    public ClientSettings {
        if (cookieSecret.length() < 32) {
            throw new ServiceStartException("pmt.edge.cookie-secret must have at least 32 characters.", null);
        }
    }

    String at(String path) {
        return url + path;
    }

    boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    /** Names the URL only: the rest is secret. */
    @Override
    public String toString() {
        return "ClientSettings[" + url + "]";
    }
}
