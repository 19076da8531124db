package dev.pmt.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The edge's door for flags, over this machine's private socket. */
final class FlagDoor {

    private static final String FLAGS = "/internal/flags";

    @Mixin
    private HomeOption home = new HomeOption();

    /** Runs something over an open connection. */
    <T> T with(Function<Open, T> work) {
        try (var pmt = home.open()) {
            return work.apply(new Open(pmt));
        }
    }

    /** An open connection. */
    record Open(Connection pmt) {

        List<JsonNode> all() {
            return pmt.get(FLAGS).json().required("items").valueStream().toList();
        }

        JsonNode one(String key) {
            return pmt.get(path(key)).json();
        }

        Optional<JsonNode> find(String key) {
            var answer = pmt.get(path(key));
            return answer.status() == 404 ? Optional.empty() : Optional.of(answer.json());
        }

        JsonNode put(String key, ObjectNode rule, Optional<JsonNode> before) {
            var condition = before.map(Open::unchanged).orElse(Map.entry("If-None-Match", "*"));
            return pmt.put(path(key), rule.toString(), condition).json();
        }

        void delete(JsonNode flag) {
            pmt.delete(path(flag.required("key").asString()), unchanged(flag)).done();
        }

        List<JsonNode> history(String key) {
            return pmt.get(path(key) + "/history")
                    .json()
                    .required("items")
                    .valueStream()
                    .toList();
        }

        private static Map.Entry<String, String> unchanged(JsonNode flag) {
            return Map.entry("If-Match", "\"" + flag.required("version").asLong() + "\"");
        }

        private static String path(String key) {
            if (!key.matches("[a-z0-9-]{1,60}")) {
                throw new CommandFailure("A flag's key has lower-case letters, digits and -: " + key);
            }
            return FLAGS + "/" + key;
        }
    }
}
