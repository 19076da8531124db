package dev.pmt.shared.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes requests from the contract: most are valid but for one or two things. The n-th of a seed is always the same. */
final class FuzzRequests {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW");

    private final OpenApi contract;
    private final long seed;

    FuzzRequests(OpenApi contract, long seed) {
        this.contract = contract;
        this.seed = seed;
    }

    FuzzRequest make(int n, FuzzWorld world) {
        // Not Random: of neighbouring seeds its first numbers are alike, and one operation would get all requests.
        var random = new SplittableRandom(seed * 1_000_003 + n);
        return new Maker(world, new FuzzValues(random, world.oddTexts())).request();
    }

    private final class Maker {

        private final FuzzWorld world;
        private final FuzzValues values;

        Maker(FuzzWorld world, FuzzValues values) {
            this.world = world;
            this.values = values;
        }

        FuzzRequest request() {
            var operation = values.pick(contract.operations());
            var caller = values.pick(world.callers());
            var path = operation.path();
            var query = new ArrayList<String>();
            var headers = new LinkedHashMap<String, String>();
            for (var parameter : operation.parameters()) {
                var name = parameter.name();
                switch (parameter.in()) {
                    case "path" -> path = path.replace("{" + name + "}", FuzzBodies.encoded(text(operation, name, 10)));
                    case "query" -> query(query, operation, parameter);
                    default -> header(headers, operation, parameter);
                }
            }
            if (values.chance(5)) {
                query.add(FuzzBodies.encoded(values.text()) + "=" + FuzzBodies.encoded(values.text()));
            }
            var method = values.chance(5) ? values.pick(METHODS) : operation.method();
            var body = new FuzzBodies(contract, world, values).make(operation, headers);
            if (values.chance(5)) {
                headers.put("Accept", values.pick(FuzzBodies.TYPES));
            }
            var target = contract.base() + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
            return new FuzzRequest(caller, method, target, headers, body);
        }

        private String text(OpenApi.Operation operation, String name, int odd) {
            return values.chance(odd) ? values.text() : world.text(operation, name, values);
        }

        private void query(List<String> query, OpenApi.Operation operation, OpenApi.Parameter parameter) {
            if (values.chance(parameter.required() ? 3 : 60)) {
                return;
            }
            var odd = parameter.required() ? 8 : 25;
            var times = values.chance(5) ? 1 + values.below(60) : 1;
            for (int i = 0; i < times; i++) {
                query.add(parameter.name() + "=" + FuzzBodies.encoded(text(operation, parameter.name(), odd)));
            }
        }

        private void header(Map<String, String> headers, OpenApi.Operation operation, OpenApi.Parameter parameter) {
            var name = parameter.name();
            if (!values.chance(parameter.required() || name.equals("If-Match") ? 90 : 30)) {
                return;
            }
            switch (name) {
                case "Idempotency-Key" ->
                    headers.put(name, values.chance(80) ? "key-" + values.below(500) : headerText());
                case "If-Match", "If-None-Match" ->
                    headers.put(name, values.chance(70) ? "\"" + (1 + values.below(4)) + "\"" : headerText());
                default -> headers.put(name, values.chance(90) ? world.text(operation, name, values) : headerText());
            }
        }

        /** The JDK's client sends no control characters in headers. */
        private String headerText() {
            return values.text().replaceAll("[^\\x20-\\x7E\\u00A0-\\u00FF]", "").strip();
        }
    }
}
