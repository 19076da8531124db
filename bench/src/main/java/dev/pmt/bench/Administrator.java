package dev.pmt.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first administrator of an installation, who prepares over HTTP what a benchmark measures. */
final class Administrator {

    static final String EMAIL = "bench@example.org";
    static final String PASSWORD = "bench bench bench";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Installation pmt;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Administrator(Installation pmt) {
        this.pmt = pmt;
    }

    /** Fills in the form behind the one-time link, as a person would. */
    static Administrator of(Installation pmt) throws IOException, InterruptedException {
        var administrator = new Administrator(pmt);
        var link = URI.create(pmt.file("run/first-administrator"));
        var page = administrator.client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new IOException("no form behind the one-time link");
        }
        var form = "_csrf=" + encode(csrf.group(1)) + "&name=Bench&email=" + encode(EMAIL) + "&password="
                + encode(PASSWORD) + "&repeat=" + encode(PASSWORD);
        administrator.client.send(
                HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        return administrator;
    }

    /** Asks auth for a token of the administrator, good for five minutes. */
    String token() throws IOException, InterruptedException {
        var basic = Base64.getEncoder()
                .encodeToString(("pmt-edge:" + pmt.secret("edge-client")).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address("auth") + "/internal/tokens"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        return send(request).required("access_token").asString();
    }

    /** Sends a request through the edge and returns its JSON. */
    JsonNode api(String method, String path, String contentType, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(pmt.url() + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", contentType)
                .method(method, body));
    }

    /** Reads a path through the edge as a browser would that knows gzip; the body is what came over the wire. */
    HttpResponse<byte[]> compressed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(pmt.url() + path))
                .header("Authorization", "Bearer " + token())
                .header("Accept-Encoding", "gzip")
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /** Imports a file into a new project; returns the seconds from the first byte to the last row. */
    double importFile(String project, Path file) throws IOException, InterruptedException {
        api(
                "POST",
                "/api/v1/projects",
                "application/json",
                BodyPublishers.ofString("{\"key\":\"%s\",\"name\":\"%s\"}".formatted(project, project)));
        var begin = System.nanoTime();
        var id = api("POST", "/api/v1/imports?project=" + project, "text/csv", BodyPublishers.ofFile(file))
                .required("id")
                .asString();
        while (true) {
            var state = api("GET", "/api/v1/imports/" + id, "application/json", BodyPublishers.noBody());
            switch (state.required("state").asString()) {
                case "done" -> {
                    return (System.nanoTime() - begin) / 1e9;
                }
                case "failed" -> throw new IOException(state.toString());
                default -> Thread.sleep(20);
            }
        }
    }

    /** Routes a path to a service, as an operator can at the edge. */
    void route(String prefix, String service) throws IOException, InterruptedException {
        send(management("/internal/routes")
                .PUT(BodyPublishers.ofString("{\"prefix\":\"%s\",\"service\":\"%s\"}".formatted(prefix, service))));
    }

    /** Tells the edge where a service is, as the host of services does. */
    void register(String service, URI address) throws IOException, InterruptedException {
        send(management("/internal/services/" + service)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"address\":\"" + address + "\"}")));
    }

    /** Has a service's requests wait at the edge. */
    void hold(String service, int most) throws IOException, InterruptedException {
        send(management("/internal/services/" + service + "/hold")
                .PUT(BodyPublishers.ofString("{\"deadline\":\"PT30S\",\"most\":" + most + "}")));
    }

    /** Waits until so many requests wait. */
    void awaitHeld(String service, int requests) throws IOException, InterruptedException {
        while (true) {
            for (var one : send(management("/internal/traffic"))) {
                if (one.required("service").asString().equals(service)
                        && one.required("hold").required("waiting").asInt() >= requests) {
                    return;
                }
            }
        }
    }

    /** Lets them go; returns once all are on their way. */
    void release(String service) throws IOException, InterruptedException {
        send(management("/internal/services/" + service + "/hold").DELETE());
    }

    /** Finds where a service is. */
    String address(String service) throws IOException, InterruptedException {
        for (var one : send(management("/internal/services"))) {
            if (one.required("service").asString().equals(service)) {
                return one.required("address").asString();
            }
        }
        throw new IOException(service + " is not registered");
    }

    private HttpRequest.Builder management(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(pmt.file("run/edge-admin") + path))
                .header("Authorization", "Bearer " + pmt.secret("edge-admin"));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
