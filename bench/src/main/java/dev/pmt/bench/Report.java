package dev.pmt.bench;

import dev.pmt.shared.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** A benchmark's lines, printed as they come and, when asked, kept under {@code bench/results}. */
final class Report {

    private final StringBuilder text = new StringBuilder();
    private final String name;
    private final LocalDate date = LocalDate.now(ZoneOffset.UTC);
    private final String machine = Machine.describe();
    private boolean headed;

    Report(String name) throws IOException {
        this.name = name;
    }

    /** Heads the report with date, versions and machine; only the first installation of a run does. */
    void head(Installation pmt) throws IOException, InterruptedException, SQLException {
        if (headed) {
            return;
        }
        headed = true;
        line("# bench %s", name);
        line("");
        line(
                "%s · PMT %s (%s) · JDK %s · PostgreSQL %s · %s",
                date,
                Service.class.getPackage().getImplementationVersion(),
                Checkout.commit(),
                System.getProperty("java.version"),
                pmt.databaseVersion(),
                machine);
        line("");
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a library for one line
    void line(String format, Object... arguments) {
        var line = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
        text.append(line).append('\n');
        System.out.println(line);
    }

    /** Keeps the lines as {@code <folder>/<name>-<date>.md}; a later run of the same day takes its place. */
    void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + "-" + date + ".md"), text);
    }
}
