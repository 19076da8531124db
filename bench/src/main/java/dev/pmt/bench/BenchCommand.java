package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every benchmark does round its measurement: a fresh home, a report, and cleaning up. */
abstract class BenchCommand implements Callable<Integer> {

    @Option(names = "--save", paramLabel = "DIR", description = "keep the result in this folder")
    private @Nullable Path save;

    private final String name;

    BenchCommand(String name) {
        this.name = name;
    }

    @Override
    public final Integer call() throws Exception {
        var folder = Files.createTempDirectory("pmt-bench");
        try {
            var report = new Report(name);
            measure(folder, report);
            if (save != null) {
                report.save(save);
            }
            return 0;
        } finally {
            delete(folder);
        }
    }

    /** Measures and reports; {@code folder} is empty and goes away afterwards. */
    abstract void measure(Path folder, Report report) throws Exception;

    /** Writes a backlog with this many issues. */
    static Path backlog(Path folder, String key, int issues) throws IOException {
        var file = folder.resolve(key + ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("issuekey,title,description,storypoint\n");
            for (int n = 1; n <= issues; n++) {
                out.write(key + "-" + n + ",Issue " + n + " of the backlog that is measured,\"A few words, and "
                        + "some more. ".repeat(n % 40) + "\"," + n % 13 + "\n");
            }
        }
        return file;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
