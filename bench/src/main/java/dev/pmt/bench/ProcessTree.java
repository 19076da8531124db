package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A process and those that it started.
 *
 * @param root the process that started the others
 */
record ProcessTree(ProcessHandle root) {

    /** Returns the processor time that they have used so far; that of processes that are gone is not in it. */
    Duration cpu() {
        return processes()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the memory that they hold in MB, pages that several of them share counted once; 0 without /proc. */
    long megabytes() throws IOException {
        long sum = 0;
        for (var process : processes().toList()) {
            sum += megabytes(Path.of("/proc/" + process.pid() + "/smaps_rollup"), "Pss:");
        }
        return sum;
    }

    /** Reads one field, kept in kB, of such a file of /proc; 0 when there is no such file. */
    static long megabytes(Path file, String field) throws IOException {
        if (!Files.isReadable(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Returns how many they are. */
    long count() {
        return processes().count();
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(root), root.descendants());
    }
}
