package dev.pmt.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures an import, from the first byte sent to the last row written, beside a plain COPY of the same file. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Rows a second beside COPY of the same file.")
final class ImportBench extends BenchCommand {

    @Option(names = "--rows", defaultValue = "20000", description = "rows of the file (default: ${DEFAULT-VALUE})")
    private int rows;

    ImportBench() {
        super("import");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (var pmt = Installation.start(folder.resolve("home"), "monolith")) {
            report.head(pmt);
            var administrator = Administrator.of(pmt);
            administrator.importFile("WARM", backlog(folder, "WARM", 3_000));
            report.line("| what | rows/s | against COPY |");
            report.line("|---|---|---|");
            for (int turn = 1; turn <= 3; turn++) {
                var key = "TURN" + turn;
                var file = backlog(folder, key, rows);
                var copy = rows / copy(pmt, file);
                var imported = rows / administrator.importFile(key, file);
                report.line("| COPY, turn %d | %,.0f | 1 |", turn, copy);
                report.line("| import, turn %d | %,.0f | %.3f |", turn, imported, imported / copy);
            }
        }
    }

    /** Copies the file into a table without an index or a rule; the least that any import could do. */
    private static double copy(Installation pmt, Path file) throws Exception {
        try (var database = pmt.database();
                var statement = database.createStatement();
                var in = Files.newInputStream(file)) {
            statement.execute("CREATE TABLE IF NOT EXISTS copied(a text, b text, c text, d text)");
            var begin = System.nanoTime();
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY copied FROM STDIN WITH (FORMAT csv, HEADER)", in, 1 << 16);
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
