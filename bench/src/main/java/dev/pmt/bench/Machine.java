package dev.pmt.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that the numbers belong to. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Returns system, cores, processor, memory and how busy it was, in one line. */
    static String describe() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s %s, %d cores (%s), %.0f GiB, load %.1f at the beginning",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                system().getTotalMemorySize() / (double) (1 << 30),
                load());
    }

    /** Returns the processes that wanted a core, on average of the last minute. */
    static double load() {
        return system().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static String processor() throws IOException {
        if (Files.notExists(PROCESSORS)) {
            return "unknown processor";
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }
}
