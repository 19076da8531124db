package dev.pmt.shared.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks over HTTP whether a service is well: for images, which hold no other program that could. */
public final class HealthCheck {

    private static final int TIMEOUT_MILLIS = 3_000;

    private HealthCheck() {}

    /** Answers whether the address answers 200 with a body that holds this text. */
    static boolean isWell(URI address, String text) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (var body = connection.getInputStream()) {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                        && new String(body.readAllBytes(), StandardCharsets.UTF_8).contains(text);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Exits with 0 or 1; takes the address, {@code PMT_HEALTH_URL} by default, and a text that the answer must hold. */
    static void main(String[] args) {
        var address = args.length > 0 ? args[0] : System.getenv("PMT_HEALTH_URL");
        System.exit(isWell(URI.create(address), args.length > 1 ? args[1] : "") ? 0 : 1);
    }
}
