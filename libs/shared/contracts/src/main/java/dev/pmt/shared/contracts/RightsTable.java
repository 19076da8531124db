package dev.pmt.shared.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The expected answer of every operation of a contract to every kind of caller, read from a YAML file:
 *
 * <pre>
 * answers: { ok: 2xx, '401': 401 not-signed-in }   # what the words of the rows mean: a status, and the problem's code
 * actors: stranger owner                           # the columns
 * rows:
 *   listProjects: 401 ok                           # by operationId
 * </pre>
 */
public final class RightsTable {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private RightsTable() {}

    /**
     * One expectation.
     *
     * @param status such as {@code 403}, or {@code 2xx} for any success
     * @param code the problem's code, null for a success
     */
    public record Cell(
            String operation,
            String actor,
            String status,
            @Nullable String code) {

        /** Answers whether this is the expected status. */
        public boolean accepts(int actual) {
            return status.equals("2xx") ? actual >= 200 && actual < 300 : status.equals(Integer.toString(actual));
        }

        /** Names the cell as a test: {@code createTask by viewer: 403 role-too-low}. */
        public String name() {
            return operation + " by " + actor + ": " + status + (code == null ? "" : " " + code);
        }
    }

    /** Reads all cells. @throws AssertionError when an operation has no row, a row no operation, or a row lacks a cell */
    public static List<Cell> cells(Path contract, Path table) {
        var file = yaml(table);
        var answers = map(file, "answers");
        var actors = words(file.get("actors"));
        var rows = map(file, "rows");
        compare(operations(contract), rows.keySet(), table);
        var cells = new ArrayList<Cell>();
        rows.forEach((operation, row) -> {
            var words = words(row);
            if (words.size() != actors.size()) {
                throw new AssertionError("row %s of %s must have %d cells, one for each actor: %d"
                        .formatted(operation, table, actors.size(), words.size()));
            }
            for (int i = 0; i < words.size(); i++) {
                var answer = words(answers.get(words.get(i)));
                if (answer.isEmpty()) {
                    throw new AssertionError("answers of " + table + " must explain: " + words.get(i));
                }
                cells.add(new Cell(
                        operation, actors.get(i), answer.getFirst(), answer.size() > 1 ? answer.get(1) : null));
            }
        });
        return cells;
    }

    /** Returns the ids of all operations of an OpenAPI file. */
    static Set<String> operations(Path contract) {
        var ids = new LinkedHashSet<String>();
        map(yaml(contract), "paths")
                .forEach((path, item) -> ((Map<?, ?>) item).forEach((method, operation) -> {
                    if (METHODS.contains(method.toString())) {
                        var id = ((Map<?, ?>) operation).get("operationId");
                        ids.add(id == null ? method + " " + path + " (it has no operationId)" : id.toString());
                    }
                }));
        return ids;
    }

    private static void compare(Set<String> operations, Set<String> rows, Path table) {
        if (operations.isEmpty()) {
            throw new AssertionError("the contract must have operations");
        }
        var without = new LinkedHashSet<>(operations);
        without.removeAll(rows);
        var unknown = new LinkedHashSet<>(rows);
        unknown.removeAll(operations);
        if (!without.isEmpty() || !unknown.isEmpty()) {
            throw new AssertionError(
                    "every operation must have one row in %s; without a row: %s, without an operation: %s"
                            .formatted(table, without, unknown));
        }
    }

    private static List<String> words(@Nullable Object text) {
        return text == null ? List.of() : List.of(text.toString().strip().split("\\s+"));
    }

    private static Map<String, Object> map(Map<String, Object> file, String name) {
        if (file.get(name) instanceof Map<?, ?> found) {
            var map = new java.util.LinkedHashMap<String, Object>();
            found.forEach((key, value) -> map.put(key.toString(), value));
            return map;
        }
        throw new AssertionError("the file must have a section: " + name);
    }

    private static Map<String, Object> yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
