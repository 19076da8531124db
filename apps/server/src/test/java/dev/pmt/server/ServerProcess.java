package dev.pmt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The real program in a JVM of its own, as an operator runs it. */
final class ServerProcess implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final int port;

    private ServerProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static ServerProcess start(Path home, int port, String... options) {
        return start(home, port, Map.of(), options);
    }

    static ServerProcess start(Path home, int port, Map<String, String> environment, String... options) {
        return run(Server.class, port, environment, arguments(home, port, options));
    }

    /** Starts it so that what runs in it, and in the processes below it, counts as covered once it has stopped as told. */
    static ServerProcess startMeasured(Path home, int port, String... options) {
        var agents = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .toList();
        return run(Server.class.getName(), port, Map.of(), arguments(home, port, options), agents);
    }

    private static List<String> arguments(Path home, int port, String... options) {
        var arguments = new ArrayList<>(List.of("--home", home.toString(), "--port", Integer.toString(port)));
        arguments.addAll(List.of(options));
        return arguments;
    }

    /** Starts the program of another build, by its class path. */
    static ServerProcess startBuild(String classPath, Path home, int port, String... options) {
        return run(Server.class.getName(), port, Map.of(), arguments(home, port, options), List.of(), classPath);
    }

    /** Runs a command of a build, by its class path. */
    static ServerProcess command(String classPath, String... arguments) {
        return run(Server.class.getName(), 0, Map.of(), List.of(arguments), List.of(), classPath);
    }

    /** Starts a service of another build that a running installation leaves out. */
    static ServerProcess serveBuild(String classPath, Path home, String service) {
        var arguments = List.of("--home", home.toString(), "--serve", service);
        return run(Server.class.getName(), 0, Map.of(), arguments, List.of(), classPath);
    }

    /** Starts a service that a running installation leaves out, with an environment of its own. */
    static ServerProcess serve(Path home, String service, Map<String, String> environment) {
        return run(Server.class, 0, environment, List.of("--home", home.toString(), "--serve", service));
    }

    /** Starts one service by its own main class, told by its environment alone. */
    static ServerProcess alone(String mainClass, Map<String, String> environment) {
        return run(mainClass, 0, environment, List.of(), List.of());
    }

    /** Starts only the embedded database of a home. */
    static ServerProcess startDatabase(Path home) {
        return run(DatabaseProcess.class, 0, Map.of(), List.of(home.toString()));
    }

    private static ServerProcess run(
            Class<?> program, int port, Map<String, String> environment, List<String> arguments) {
        return run(program.getName(), port, environment, arguments, List.of());
    }

    private static ServerProcess run(
            String program,
            int port,
            Map<String, String> environment,
            List<String> arguments,
            List<String> jvmArguments) {
        return run(program, port, environment, arguments, jvmArguments, System.getProperty("java.class.path"));
    }

    private static ServerProcess run(
            String program,
            int port,
            Map<String, String> environment,
            List<String> arguments,
            List<String> jvmArguments,
            String classPath) {
        try {
            var output = Files.createTempFile("pmt", ".out");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms32m",
                    "--enable-native-access=ALL-UNNAMED"));
            command.addAll(jvmArguments);
            command.addAll(List.of("-cp", classPath, program));
            command.addAll(arguments);
            var builder = new ProcessBuilder(hearingInterrupts(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            return new ServerProcess(process, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** A run in the background hands down "ignore SIGINT"; a JVM would then be deaf to it, as it should be. */
    private static List<String> hearingInterrupts(List<String> command) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return command;
        }
        var hearing = new ArrayList<>(List.of("env", "--default-signal=INT"));
        hearing.addAll(command);
        return hearing;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the program says that it serves. */
    ServerProcess awaitReady() {
        return await("stop with Ctrl+C");
    }

    /** Waits until the program has said this. */
    ServerProcess await(String words) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> output().contains(words) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended: " + output());
        }
        return this;
    }

    /** Returns the processes that the program supervises, by name. */
    Map<String, ProcessHandle> services() {
        var services = new HashMap<String, ProcessHandle>();
        process.descendants().forEach(one -> name(one).ifPresent(name -> services.put(name, one)));
        return services;
    }

    /** Reads it from what the process was told; the JDK shows only the first 4 KB of that. */
    private static Optional<String> name(ProcessHandle process) {
        try {
            var told = List.of(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .split("\0"));
            return told.contains("--process")
                    ? Optional.of(told.get(told.indexOf("--process") + 1).split("=", 2)[0])
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** Sends a signal by name, as {@code kill} does. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() throws InterruptedException {
        if (!endsWithin(Duration.ofSeconds(60))) {
            throw new IllegalStateException("the server did not end: " + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!endsWithin(Duration.ofSeconds(20))) {
            process.destroyForcibly().waitFor();
        }
    }
}
