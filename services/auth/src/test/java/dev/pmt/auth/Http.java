package dev.pmt.auth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP to auth, with the headers that the edge adds. */
final class Http {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private Http() {}

    static HttpRequest.Builder to(RunningAuth auth, String path) {
        return HttpRequest.newBuilder(URI.create(auth.address() + path))
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Host", "localhost:8080")
                .header("X-Forwarded-Port", "8080")
                .header("X-Forwarded-For", "203.0.113.7");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("request failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("request was interrupted", e);
        }
    }

    static HttpResponse<String> get(RunningAuth auth, String path) {
        return send(to(auth, path).GET());
    }

    static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    static HttpRequest.Builder postForm(RunningAuth auth, String path, Map<String, String> fields) {
        return to(auth, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(fields));
    }

    static HttpRequest.Builder postJson(RunningAuth auth, String path, String body) {
        return to(auth, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    static HttpRequest.Builder asEdge(HttpRequest.Builder request) {
        return basic(request, "pmt-edge", RunningAuth.CLIENT_SECRET);
    }

    static HttpRequest.Builder basic(HttpRequest.Builder request, String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    static HttpRequest.Builder bearer(HttpRequest.Builder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    static Map<String, String> query(String url) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : URI.create(url).getRawQuery().split("&", -1)) {
            var parts = pair.split("=", 2);
            values.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
