package dev.pmt.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes requests from the contract: most are valid but for one or two things. The n-th of a seed is always the same. */
final class FuzzRequests {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW");
    private static final List<String> TYPES =
            List.of("application/json", "text/csv", "text/plain", "application/x-www-form-urlencoded", "*/*", "x");

    private final OpenApi.Spec spec = OpenApi.spec();
    private final FuzzWorld world;
    private final long seed;

    FuzzRequests(FuzzWorld world, long seed) {
        this.world = world;
        this.seed = seed;
    }

    FuzzRequest make(int n) {
        return new Maker(new FuzzValues(new Random(seed * 1_000_003 + n))).request();
    }

    private final class Maker {

        private final FuzzValues values;

        Maker(FuzzValues values) {
            this.values = values;
        }

        FuzzRequest request() {
            var operation = values.pick(spec.operations());
            var person = values.pick(world.people());
            var path = operation.path();
            var query = new ArrayList<String>();
            var headers = new LinkedHashMap<String, String>();
            for (var parameter : operation.parameters()) {
                var name = parameter.name();
                switch (parameter.in()) {
                    case "path" -> path = path.replace("{" + name + "}", encoded(pathValue(operation.path(), name)));
                    case "query" -> query(query, parameter);
                    default -> header(headers, name);
                }
            }
            if (values.chance(5)) {
                query.add(encoded(values.text()) + "=" + encoded(values.text()));
            }
            var method = values.chance(5) ? values.pick(METHODS) : operation.method();
            var body = body(operation, headers);
            if (values.chance(5)) {
                headers.put("Accept", values.pick(TYPES));
            }
            var target = "/api/v1" + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
            return new FuzzRequest(person, method, target, headers, body);
        }

        private String pathValue(String path, String name) {
            if (values.chance(10)) {
                return values.text();
            }
            return switch (name) {
                case "key" -> known(path.startsWith("/tasks") ? "task" : "project");
                case "statusId" -> known("status");
                case "id" -> known("import");
                default -> values.uuid().toString();
            };
        }

        private String known(String kind) {
            var names = world.names(kind);
            return names.isEmpty() ? values.text() : values.pick(names);
        }

        private void query(List<String> query, OpenApi.Parameter parameter) {
            if (!parameter.required() && values.chance(60)) {
                return;
            }
            if (parameter.required() && values.chance(3)) {
                return;
            }
            var times = values.chance(5) ? 1 + values.below(60) : 1;
            for (int i = 0; i < times; i++) {
                query.add(parameter.name() + "=" + encoded(queryValue(parameter)));
            }
        }

        private String queryValue(OpenApi.Parameter parameter) {
            if (values.chance(25)) {
                return values.text();
            }
            return switch (parameter.name()) {
                case "project" -> known("project");
                case "cursor" -> known("cursor");
                case "status" -> known("status");
                case "limit" -> Integer.toString(1 + values.below(100));
                case "assignee" ->
                    values.pick(List.of("me", "none", values.uuid().toString()));
                case "map" -> values.pick(List.of("title=title", "points=", "key=issuekey", "labels=x"));
                case "sort" -> values.pick(List.of("rank", "-updated"));
                case "columns" -> values.pick(List.of("issuekey,title", "title,title", "\"title", "nothing"));
                case "archived", "dryRun", "partial" -> values.pick(List.of("true", "false"));
                default -> values.pick(List.of("task", "bug", "zebra", "x"));
            };
        }

        private void header(Map<String, String> headers, String name) {
            var percent = name.equals("If-Match") ? 90 : 30;
            if (!values.chance(percent)) {
                return;
            }
            if (name.equals("Idempotency-Key")) {
                headers.put(name, values.chance(80) ? "key-" + values.below(500) : headerText());
            } else {
                headers.put(name, values.chance(70) ? "\"" + (1 + values.below(4)) + "\"" : headerText());
            }
        }

        /** The JDK's client sends no control characters in headers. */
        private String headerText() {
            return values.text().replaceAll("[^\\x20-\\x7E\\u00A0-\\u00FF]", "").strip();
        }

        private byte[] body(OpenApi.Operation operation, Map<String, String> headers) {
            var type = operation.bodyType();
            if (type == null) {
                return values.chance(3) ? values.bytes(200) : new byte[0];
            }
            headers.put("Content-Type", values.chance(3) ? values.pick(TYPES) : type);
            var text = type.equals("text/csv") ? csv() : object(operation.bodySchema());
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return switch (values.below(40)) {
                case 0 -> new byte[0];
                case 1 -> values.bytes(400);
                case 2 -> java.util.Arrays.copyOf(bytes, values.below(bytes.length + 1));
                default -> bytes;
            };
        }

        private String csv() {
            var lines = new ArrayList<String>();
            lines.add(values.pick(List.of(
                    "issuekey,title,storypoint",
                    "issuekey;title",
                    "key\ttitle",
                    "title",
                    "\"",
                    "issuekey,title,title,labels")));
            for (int i = values.below(4); i > 0; i--) {
                lines.add("K-" + values.below(50) + "," + values.text().replace("\"", values.chance(50) ? "" : "\"")
                        + "," + values.below(20));
            }
            return String.join("\n", lines);
        }

        private String object(Map<String, Object> schema) {
            var properties = OpenApi.properties(schema);
            var required = schema.get("required") instanceof List<?> list ? list : List.of();
            var fields = new LinkedHashMap<String, String>();
            properties.forEach((name, property) -> {
                if (required.contains(name) ? !values.chance(4) : values.chance(35)) {
                    fields.put(name, values.chance(12) ? values.json() : valid(name, spec.resolve(property)));
                }
            });
            if (values.chance(5)) {
                fields.put("unknown" + values.below(3), values.json());
            }
            var json = fields.entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
            return values.chance(3) ? values.json() : json;
        }

        private String valid(String name, Map<String, Object> schema) {
            if (schema.get("enum") instanceof List<?> names) {
                return quoted(values.pick(names).toString());
            }
            if (schema.get("type") instanceof List<?> types && types.contains("null") && values.chance(20)) {
                return "null";
            }
            return switch (name) {
                case "key" -> quoted("F" + values.below(1_000_000));
                case "statusId" -> quoted(known("status"));
                case "afterKey", "beforeKey" -> quoted(known("task"));
                case "assigneeId" -> quoted(values.uuid().toString());
                case "points" -> Integer.toString(values.below(100));
                case "labels" -> "[\"l" + values.below(5) + "\"]";
                default -> quoted("text " + values.below(100));
            };
        }

        private static String quoted(String text) {
            return "\"" + text + "\"";
        }

        private static String encoded(@Nullable String text) {
            return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8)
                    .replace("+", "%20");
        }
    }
}
