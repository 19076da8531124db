package dev.pmt.shared.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** An issuer of tokens with a key of its own and a real JWKS address; also makes the tokens that must be refused. */
public final class TestTokens implements AutoCloseable {

    /** The issuer that the tokens name, and so the {@code pmt.url} of the service under test. */
    public static final String ISSUER = "http://localhost:8080";

    private final RSAKey key = newKey();
    private final HttpServer server;

    /** Makes a key and serves its public half. */
    public TestTokens() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("JWKS server could not start", e);
        }
        var jwks = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            try (var body = exchange.getResponseBody()) {
                body.write(jwks);
            }
        });
        server.start();
    }

    /** Returns the settings that make a service trust these tokens. */
    public Map<String, String> settings() {
        return Map.of(
                "pmt.url",
                ISSUER,
                "pmt.jwks-uri",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    }

    /** Returns a token that is valid for five minutes; role is admin, member or guest. */
    public String token(UUID user, String role) {
        return sign(claims(user, role).build(), key);
    }

    /** Returns a token that names scopes, as one made from a personal API token does. */
    public String scoped(UUID user, String role, String scope) {
        return sign(claims(user, role).claim("scope", scope).build(), key);
    }

    /** Returns a token for each column of the table of rights at the administrators' door for events. */
    public Map<String, String> callers() {
        var user = UUID.randomUUID();
        return Map.of(
                "stranger", "",
                "nonsense", "nonsense",
                "read-token", scoped(user, "admin", "read"),
                "write-token", scoped(user, "admin", "read write"),
                "guest", token(user, "guest"),
                "member", token(user, "member"),
                "service", token(user, "service"),
                "admin", token(user, "admin"));
    }

    /** Returns a token whose lifetime ended an hour ago. */
    public String expired(UUID user, String role) {
        var past = Instant.now().minus(Duration.ofHours(1));
        return sign(
                claims(user, role)
                        .issueTime(Date.from(past.minusSeconds(300)))
                        .expirationTime(Date.from(past))
                        .build(),
                key);
    }

    /** Returns a token that is right but for its issuer. */
    public String otherIssuer(UUID user, String role) {
        return sign(claims(user, role).issuer("https://elsewhere.example").build(), key);
    }

    /** Returns a token that is right but for its audience. */
    public String otherAudience(UUID user, String role) {
        return sign(claims(user, role).audience("elsewhere").build(), key);
    }

    /** Returns a token signed by a key that the service does not know. */
    public String forged(UUID user, String role) {
        return sign(claims(user, role).build(), newKey());
    }

    /** Returns a token with {@code alg: none}. */
    public String unsigned(UUID user, String role) {
        return new PlainJWT(claims(user, role).build()).serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static JWTClaimsSet.Builder claims(UUID user, String role) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(user.toString())
                .claim("role", role)
                .issuer(ISSUER)
                .audience("pmt")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("test token could not be signed", e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("test key could not be made", e);
        }
    }
}
