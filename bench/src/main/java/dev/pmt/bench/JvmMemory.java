package dev.pmt.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a JVM holds after a full collection.
 *
 * @param resident its resident set in MB
 * @param heap of that, what lives on the heap in MB
 */
record JvmMemory(double resident, double heap) {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** Collects, twice: objects with references of other kinds go at the second, and the heap shrinks. */
    static JvmMemory settled(Installation pmt) throws IOException, InterruptedException {
        jcmd(pmt, "GC.run");
        Thread.sleep(1_000);
        jcmd(pmt, "GC.run");
        Thread.sleep(1_000);
        var generations = jcmd(pmt, "GC.heap_info").split("Metaspace", 2)[0];
        var heap = USED.matcher(generations)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
        return new JvmMemory(pmt.residentMegabytes(), heap / 1024.0);
    }

    private static String jcmd(Installation pmt, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pmt.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }
}
