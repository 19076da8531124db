package dev.pmt.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own load generator, run with the baseline's SQL against the same server as the baseline's role.
 *
 * @param program where it is
 */
record PgBench(Path program) {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern QUESTION_MARK = Pattern.compile("\\?");

    /** Looks on the PATH, then where Debian keeps it, the newest first. */
    static Optional<PgBench> find() throws IOException {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(DEBIAN)) {
            try (var versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(folders::add);
            }
        }
        return Machine.program("pgbench", folders).map(PgBench::new);
    }

    /** Returns what the program says of its version. */
    String version() throws IOException, InterruptedException {
        return run(new ProcessBuilder(program.toString(), "--version")).strip();
    }

    /** Writes a statement for this program: its n-th question mark becomes the n-th value. */
    static String script(String statement, String... values) {
        var next = List.of(values).iterator();
        var script =
                QUESTION_MARK.matcher(statement).replaceAll(mark -> next.next()).strip();
        if (next.hasNext()) {
            throw new IllegalArgumentException("The statement must take all values: " + statement);
        }
        return script;
    }

    /** Runs a script for some seconds and returns how often it ran each second. */
    double perSecond(Installation pmt, Path script, Map<String, String> variables, int clients, long seconds)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(program.toString(), "--no-vacuum", "--protocol=prepared", "--jobs=2", "--client=" + clients));
        command.add("--time=" + seconds);
        command.add("--file=" + script);
        command.addAll(List.of("--host=127.0.0.1", "--port=" + pmt.databasePort(), "--username=" + BareService.NAME));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add("postgres");
        var process = new ProcessBuilder(command);
        process.environment().put("PGPASSWORD", pmt.secret("database-" + BareService.NAME));
        process.environment().put("PGOPTIONS", BareService.EPOCH);
        var output = run(process);
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench told no rate: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench must succeed: " + output);
        }
        return output;
    }
}
