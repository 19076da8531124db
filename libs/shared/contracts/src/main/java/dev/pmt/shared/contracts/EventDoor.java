package dev.pmt.shared.contracts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a running service with events against the contract and the table of rights of its administrators' door, which are
 * the same for all: {@code libs/shared/events}.
 *
 * @param service its name
 * @param address where it runs
 */
public record EventDoor(String service, URI address) {

    private static final Path MODULE = module();
    private static final Path FILE = MODULE.resolve("contract/openapi.yaml");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Returns the operations that a service must serve beside its own contract's, as {@link OpenApi#names} does. */
    public static Set<String> operations(String service) {
        return OpenApi.read(FILE).names().stream()
                .map(name -> name.replaceFirst("\\{}", service))
                .collect(Collectors.toSet());
    }

    /**
     * Makes a test of each cell of the table, by name.
     *
     * @param tokens a token for each column of the table that is to be tested; empty for a caller without one
     */
    public Map<String, Check> rights(Map<String, String> tokens) {
        var tests = new LinkedHashMap<String, Check>();
        var contract = new Contract(FILE);
        var file = OpenApi.read(FILE);
        var cells = RightsTable.cells(FILE, MODULE.resolve("src/test/resources/rights.yml"));
        for (var cell : cells) {
            var operation = file.operation(cell.operation());
            var token = tokens.get(cell.actor());
            if (token == null) {
                continue;
            }
            tests.put(cell.name(), () -> {
                var path = file.base()
                        + operation
                                .path()
                                .replace("{service}", service)
                                .replace("{consumer}", "nobody")
                                .replace("{event}", UUID.randomUUID().toString());
                expect(cell, send(operation.method(), path, token), contract, path);
            });
        }
        return tests;
    }

    /** One test. */
    public interface Check {
        /** Asks the service. @throws AssertionError when it answers otherwise */
        void run() throws Exception;
    }

    private HttpResponse<byte[]> send(String method, String path, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void expect(RightsTable.Cell cell, HttpResponse<byte[]> answer, Contract contract, String path) {
        contract.check(answer.request().method(), path, answer);
        var code = answer.statusCode() < 400
                ? null
                : JSON.readTree(answer.body()).path("code").asString();
        if (!cell.accepts(answer.statusCode())
                || (cell.code() != null && !cell.code().equals(code))) {
            throw new AssertionError(cell.name() + ", but it was " + answer.statusCode() + " " + code);
        }
    }

    /** Tests run in their module's folder. */
    private static Path module() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var module = folder.resolve("libs/shared/events");
            if (Files.isDirectory(module)) {
                return module;
            }
        }
        throw new AssertionError("libs/shared/events must be above or beside the working directory");
    }
}
