package dev.pmt.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token that a caller sends in the Authorization header (RFC 6750 section 2.1). */
public record BearerToken(String value) {

    private static final String SCHEME = "Bearer ";
    private static final String PERSONAL = "pmt_";
    private static final Pattern WELL_FORMED = Pattern.compile("pmt_[A-Za-z0-9_-]{43}");
    /** A personal token under any scheme, or under none. */
    private static final Pattern HOLDS_PERSONAL = Pattern.compile("(?s)(^|.*\\s)pmt_.*");

    /** Returns the first bearer token among the headers. */
    public static Optional<BearerToken> of(MultiMap headers) {
        var header = headers.get(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                        .filter(token -> !token.isEmpty())
                        .map(BearerToken::new)
                : Optional.empty();
    }

    /** Removes the Authorization headers if one of them holds a personal API token: services only ever see JWTs. */
    public static void dropPersonal(MultiMap headers) {
        if (headers.getAll(HttpHeaders.AUTHORIZATION).stream()
                .anyMatch(header -> HOLDS_PERSONAL.matcher(header).matches())) {
            headers.remove(HttpHeaders.AUTHORIZATION);
        }
    }

    /** Tells whether this is a personal API token, which auth exchanges for a JWT. */
    public boolean isPersonal() {
        return value.startsWith(PERSONAL);
    }

    /** Tells whether a personal API token has the form that auth gives them. */
    public boolean isWellFormed() {
        return WELL_FORMED.matcher(value).matches();
    }

    /** Returns the SHA-256 of the token in hexadecimal, which may be kept where the token may not. */
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there", e);
        }
    }

    /** Hides the token. */
    @Override
    public String toString() {
        return "BearerToken";
    }
}
