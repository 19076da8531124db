package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PMT in a process of its own, started for one benchmark in a home of its own. */
final class Installation implements AutoCloseable {

    private final Path home;
    private final int port;
    private final Process process;
    private final Duration startTime;

    private Installation(Path home, int port, Process process, Duration startTime) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.startTime = startTime;
    }

    /** Starts the program with its usual JVM flags and the baseline on its class path, and waits until it serves. */
    static Installation start(Path home, String topology) throws IOException, InterruptedException {
        return start(home, topology, System.getProperty("java.class.path"), List.of());
    }

    /** Starts the program from a class path, with further JVM flags and options, and waits until it serves. */
    static Installation start(Path home, String topology, String classPath, List<String> jvmFlags, String... options)
            throws IOException, InterruptedException {
        var port = Machine.freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("pmt.jvm.flags", "").split(" ")));
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", classPath, "dev.pmt.server.Server"));
        command.addAll(List.of("--home", home.toString(), "--port", "" + port, "--topology", topology));
        command.addAll(List.of(options));
        command.removeIf(String::isEmpty);
        var output = home.resolveSibling(home.getFileName() + ".out");
        var begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (!Files.readString(output).contains("stop with Ctrl+C")) {
            if (!process.isAlive()) {
                throw new IOException("PMT did not start: " + Files.readString(output));
            }
            Thread.sleep(10);
        }
        return new Installation(home, port, process, Duration.ofNanos(System.nanoTime() - begin));
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    Duration startTime() {
        return startTime;
    }

    long pid() {
        return process.pid();
    }

    /** Returns the program's JVM, and those of the processes that it supervises. */
    ProcessTree processes() {
        return new ProcessTree(process.toHandle());
    }

    /** Returns the processor time that the JVMs have used so far. */
    Duration cpu() {
        return processes().cpu();
    }

    /** Returns the JVM's resident set in MB, from /proc; 0 where there is none. */
    long residentMegabytes() throws IOException {
        return ProcessTree.megabytes(Path.of("/proc/" + pid() + "/status"), "VmRSS:");
    }

    /** Returns the embedded PostgreSQL, which is no child of the JVM. */
    ProcessTree postgres() throws IOException {
        return new ProcessTree(
                ProcessHandle.of(Long.parseLong(postmaster().getFirst())).orElseThrow());
    }

    /** Opens the database as its superuser. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl(), "postgres", secret("database-superuser"));
    }

    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres";
    }

    String databasePort() throws IOException {
        return postmaster().get(3);
    }

    String databaseVersion() throws IOException, SQLException {
        try (var database = database()) {
            return database.getMetaData().getDatabaseProductVersion();
        }
    }

    /** Does at once what autovacuum would do some time during the measurement that follows an import. */
    void settle() throws IOException, SQLException {
        try (var database = database();
                var statement = database.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    String secret(String name) throws IOException {
        return file("secrets/" + name);
    }

    /** Reads a file of the home. */
    String file(String name) throws IOException {
        return Files.readString(home.resolve(name)).strip();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private List<String> postmaster() throws IOException {
        return file("postgresql/data/postmaster.pid").lines().map(String::strip).toList();
    }
}
