package dev.pmt.auth.installation;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where browsers reach this PMT.
 *
 * @param url the external base URL, which is also the issuer of all tokens; no path, for example http://localhost:8080
 */
@ConfigurationProperties("pmt")
public record Installation(URI url) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Checks the URL and drops a trailing slash. */
    public Installation {
        var path = url.getRawPath() == null ? "" : url.getRawPath();
        if (!SCHEMES.contains(String.valueOf(url.getScheme()))
                || url.getHost() == null
                || !Set.of("", "/").contains(path)
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException("pmt.url must be http(s)://host[:port] without a path: " + url);
        }
        url = URI.create(url.getScheme() + "://" + url.getRawAuthority());
    }

    /** Returns the issuer that tokens name. */
    public String issuer() {
        return url.toString();
    }

    /** Returns the external URL of a path that begins with a slash. */
    public URI at(String path) {
        return URI.create(url + path);
    }

    /** Answers whether browsers come over TLS, so that cookies must not travel without it. */
    public boolean secure() {
        return "https".equals(url.getScheme());
    }
}
