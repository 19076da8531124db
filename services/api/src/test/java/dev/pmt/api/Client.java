package dev.pmt.api;

import dev.pmt.shared.contracts.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A person who uses the API; every answer is held against the contract. */
public record Client(RunningApi api, UUID id, String token) {

    static final Path CONTRACT_FILE = Path.of("contract", "openapi.yaml");
    static final Contract CONTRACT = new Contract(CONTRACT_FILE);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger PROJECTS = new AtomicInteger();
    private static final String PREFIX = "/api/v1";

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), with("Content-Type", "application/json", headers));
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), with("Content-Type", "application/json", headers));
    }

    public Answer put(String path, long version, String json) {
        return put(path, json, "If-Match", "\"" + version + "\"");
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, BodyPublishers.ofString(json), with("Content-Type", "application/json", headers));
    }

    public Answer patch(String path, long version, String json) {
        return patch(path, json, "If-Match", "\"" + version + "\"");
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer csv(String path, byte[] body) {
        return send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", "text/csv");
    }

    /** Sends bytes as they are. */
    public Answer file(String path, byte[] body, String... headers) {
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body),
                with("Content-Type", "application/octet-stream", headers));
    }

    /** Creates a project of one's own and returns its key. */
    public String project() {
        return project(
                "P" + Integer.toString(1000 + PROJECTS.incrementAndGet(), 36).toUpperCase(Locale.ROOT));
    }

    /** Creates a project with a key. */
    public String project(String key) {
        post("/projects", "{\"key\":\"" + key + "\",\"name\":\"Project " + key + "\"}")
                .expect(201);
        return key;
    }

    /** Adds another person to a project. */
    public void adds(Client other, String project, String role) {
        put("/projects/" + project + "/members/" + other.id, "{\"role\":\"" + role + "\"}")
                .expect(200);
    }

    /** Creates a task and returns its key. */
    public String task(String project, String title) {
        return post("/projects/" + project + "/tasks", "{\"title\":\"" + title + "\"}")
                .expect(201)
                .text("/key");
    }

    /** Returns the id of a status by its place on the board. */
    public String status(String project, int position) {
        return get("/projects/" + project).expect(200).text("/statuses/" + position + "/id");
    }

    /** Sends a request; headers are name, value, name, value. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(api.address() + PREFIX + path))
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            CONTRACT.check(method, PREFIX + path, response);
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String name, String value, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of(headers));
        if (!all.contains(name)) {
            all.addAll(java.util.List.of(name, value));
        }
        return all.toArray(String[]::new);
    }

    /** Returns the same person with another token. */
    public Client with(String other) {
        return new Client(api, id, other);
    }
}
