package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** A benchmark's lines, printed as they come and, when asked, kept under {@code bench/results}. */
final class Report {

    private final StringBuilder text = new StringBuilder();
    private final String name;

    Report(String name) throws IOException {
        this.name = name;
        line("# bench %s", name);
        line("");
        line(
                "%s · JDK %s · PMT %s · %d processors · %s",
                LocalDate.now(java.time.ZoneOffset.UTC),
                System.getProperty("java.version"),
                String.valueOf(dev.pmt.shared.service.Service.class.getPackage().getImplementationVersion()),
                Runtime.getRuntime().availableProcessors(),
                processor());
        line("");
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a library for one line
    void line(String format, Object... arguments) {
        var line = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
        text.append(line).append('\n');
        System.out.println(line);
    }

    /** Keeps the lines as {@code <folder>/<name>.md}. */
    void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), text);
    }

    private static String processor() throws IOException {
        var info = Path.of("/proc/cpuinfo");
        if (Files.notExists(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
