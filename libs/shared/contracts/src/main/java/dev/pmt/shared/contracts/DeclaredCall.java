package dev.pmt.shared.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * One way in which a service calls another one, as {@code contract/calls.yml} says:
 *
 * <pre>
 * directory:
 *   port: EdgeDirectory
 *   provider: gateway
 *   operations: [listServices]
 *   purpose: which services there should be
 *   when: request
 *   timeout: PT1S
 *   at-once: 2
 *   cut: the report says that the edge does not answer
 * </pre>
 *
 * @param port the class by which it is made
 * @param provider a service; {@code every service}; or {@code producer}, each service whose events the caller hears
 * @param operations by their ids in the provider's contract
 * @param inRequest whether somebody waits for it; otherwise it is made in the background
 * @param atOnce calls under way, each for itself
 * @param cut what people see while there is no answer
 */
public record DeclaredCall(
        String name,
        String port,
        String provider,
        List<String> operations,
        String purpose,
        boolean inRequest,
        Duration timeout,
        int atOnce,
        String cut) {

    /** Reads a file. @throws AssertionError when an entry is incomplete */
    public static List<DeclaredCall> read(Path file) {
        try {
            Map<String, @Nullable Object> entries = new Yaml().load(Files.readString(file));
            var calls = new ArrayList<DeclaredCall>();
            entries.forEach((name, entry) -> calls.add(entry(name, entry)));
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds one by its name. @throws AssertionError when there is none */
    public static DeclaredCall find(Path file, String name) {
        return read(file).stream()
                .filter(call -> call.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " must declare the call " + name));
    }

    private static DeclaredCall entry(String name, @Nullable Object entry) {
        if (entry instanceof Map<?, ?> map
                && map.get("port") instanceof String port
                && map.get("provider") instanceof String provider
                && map.get("operations") instanceof List<?> operations
                && !operations.isEmpty()
                && map.get("purpose") instanceof String purpose
                && map.get("when") instanceof String when
                && List.of("request", "background").contains(when)
                && map.get("timeout") instanceof String timeout
                && map.get("at-once") instanceof Integer atOnce
                && map.get("cut") instanceof String cut) {
            return new DeclaredCall(
                    name,
                    port,
                    provider,
                    operations.stream().map(String::valueOf).toList(),
                    purpose,
                    when.equals("request"),
                    Duration.parse(timeout),
                    atOnce,
                    cut);
        }
        throw new AssertionError(
                "a call must have a port, a provider, operations, a purpose, when (request, background),"
                        + " timeout, at-once and cut: " + name);
    }
}
