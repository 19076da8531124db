package dev.pmt.api;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** What {@code contract/openapi.yaml} promises. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private OpenApi() {}

    /** Returns every operation as {@code GET /api/v1/projects/{}}: names of path parameters do not matter. */
    static Set<String> operations() {
        var operations = new TreeSet<String>();
        paths().forEach((path, item) -> item.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> operations.add(
                        method.toUpperCase(Locale.ROOT) + " /api/v1" + path.replaceAll("\\{\\w+}", "{}"))));
        return operations;
    }

    private static Map<String, Map<String, Object>> paths() {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(Contract.text());
        return file.get("paths");
    }
}
