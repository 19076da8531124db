package dev.pmt.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A PMT in a process of its own, started for one benchmark in a fresh home. */
final class Installation implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Path home;
    private final int port;
    private final Process process;
    private final Duration startTime;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Installation(Path home, int port, Process process, Duration startTime) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.startTime = startTime;
    }

    /** Starts the program with its usual JVM flags and the baseline on its class path, and waits until it serves. */
    static Installation start(Path home, String topology) throws IOException, InterruptedException {
        return start(home, topology, System.getProperty("java.class.path"));
    }

    /** Starts the program from a class path, with further JVM flags, and waits until it serves. */
    static Installation start(Path home, String topology, String classPath, String... jvmFlags)
            throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("pmt.jvm.flags", "").split(" ")));
        command.addAll(List.of(jvmFlags));
        command.addAll(List.of("-cp", classPath, "dev.pmt.server.Server"));
        command.addAll(List.of("--home", home.toString(), "--port", "" + port, "--topology", topology));
        command.removeIf(String::isEmpty);
        var output = Files.createTempFile("pmt-bench", ".out");
        var begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (!Files.readString(output).contains("stop with Ctrl+C")) {
            if (!process.isAlive()) {
                throw new IOException("PMT did not start: " + Files.readString(output));
            }
            Thread.sleep(10);
        }
        return new Installation(home, port, process, Duration.ofNanos(System.nanoTime() - begin));
    }

    int port() {
        return port;
    }

    Duration startTime() {
        return startTime;
    }

    /** Returns the processor time that the JVM has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the JVM's resident set in MB, from /proc. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Fills in the one-time link's form, as a person would. */
    void becomeAdministrator() throws IOException, InterruptedException {
        var link = URI.create(
                Files.readString(home.resolve("run/first-administrator")).strip());
        var page = client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString())
                .body();
        var csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new IOException("no form behind the one-time link");
        }
        var password = "bench bench bench";
        var form = "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)
                + "&name=Bench&email=bench%40example.org&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&repeat=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        client.send(
                HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
    }

    /** Asks auth for a token of the administrator, good for five minutes. */
    String token() throws IOException, InterruptedException {
        var basic = Base64.getEncoder()
                .encodeToString(("pmt-edge:" + secret("edge-client")).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address("auth") + "/internal/tokens"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        return send(request).required("access_token").asString();
    }

    /** Sends an authenticated request through the edge and returns its JSON. */
    JsonNode api(String method, String path, String contentType, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", contentType)
                .method(method, body));
    }

    /** Imports a file and waits for its end; returns the seconds from the first byte to the last row. */
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
        send(HttpRequest.newBuilder(URI.create(edgeAdmin() + "/internal/routes"))
                .header("Authorization", "Bearer " + secret("edge-admin"))
                .PUT(BodyPublishers.ofString("{\"prefix\":\"%s\",\"service\":\"%s\"}".formatted(prefix, service))));
    }

    /** Opens the database as its superuser. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres",
                "postgres",
                secret("database-superuser"));
    }

    String databasePort() throws IOException {
        return Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .get(3);
    }

    String secret(String name) throws IOException {
        return Files.readString(home.resolve("secrets").resolve(name)).strip();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private String address(String service) throws IOException, InterruptedException {
        var services = send(HttpRequest.newBuilder(URI.create(edgeAdmin() + "/internal/services"))
                .header("Authorization", "Bearer " + secret("edge-admin")));
        for (var one : services) {
            if (one.required("service").asString().equals(service)) {
                return one.required("address").asString();
            }
        }
        throw new IOException(service + " is not registered");
    }

    private String edgeAdmin() throws IOException {
        return Files.readString(home.resolve("run/edge-admin")).strip();
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
