package dev.pmt.shared.service;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The process that runs this service, for administrators: it may run others too, so nothing here is one service's own. What one
 * service of several takes of the heap cannot be known.
 */
public final class ThisProcess {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final String HOST = host();

    private ThisProcess() {}

    /** Tells host, process id, start, Java version and memory in bytes, as JSON has it; without what the system does not tell. */
    public static Map<String, Object> describe() {
        var facts = new HashMap<String, Object>();
        facts.put("host", HOST);
        facts.put("pid", ProcessHandle.current().pid());
        facts.put(
                "startedAt",
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
                        .toString());
        facts.put("java", Runtime.version().toString());
        facts.put(
                "heapUsed",
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        facts.put("heapMost", Runtime.getRuntime().maxMemory());
        resident().ifPresent(bytes -> facts.put("resident", bytes));
        return facts;
    }

    /** Linux alone tells it as a file. */
    private static OptionalLong resident() {
        try {
            var line = RESIDENT.matcher(Files.readString(STATUS));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Asks no name server, as that may take long. */
    private static String host() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return Objects.requireNonNullElse(System.getenv("HOSTNAME"), "localhost");
        }
    }
}
