package dev.pmt.shared.testing.brokers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server that is started, killed and started again, in a directory that goes with it. */
final class BrokerProcess implements AutoCloseable {

    private static final long BETWEEN_LOOKS = 50_000_000;

    private final Path directory;
    private final List<String> command;
    private final Map<String, String> environment;
    private @Nullable Process process;

    BrokerProcess(Path directory, List<String> command, Map<String, String> environment) {
        this.directory = directory;
        this.command = command;
        this.environment = environment;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Finds a program on the PATH. */
    static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("pmt-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile());
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. @throws IllegalStateException when it ends, or takes longer than {@code patience} */
    void await(Duration patience, BooleanSupplier answers) {
        var end = System.nanoTime() + patience.toNanos();
        while (!answers.getAsBoolean()) {
            if (process == null || !process.isAlive() || System.nanoTime() - end > 0) {
                throw new IllegalStateException(command.getFirst() + " must answer soon after its start");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    /** Kills it and what it has started, at once, and waits until they are gone. */
    void kill() {
        if (process == null) {
            return;
        }
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** Deletes a file or folder of its directory. */
    void delete(String name) {
        delete(directory.resolve(name));
    }

    @Override
    public void close() {
        kill();
        delete(directory);
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
