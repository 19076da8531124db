package dev.pmt.server;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Redis that keeps nothing: whenever it is killed it comes back wiped. Where none is installed, events are carried without. */
final class RedisServer implements AutoCloseable {

    private final Path directory;
    private final int port;
    private @Nullable Process process;

    private RedisServer(Path directory) {
        this.directory = directory;
        this.port = ServerProcess.freePort();
    }

    static RedisServer start(Path directory) throws IOException {
        var server = new RedisServer(directory);
        server.run();
        return server;
    }

    static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-server")));
    }

    Map<String, String> settings() {
        return isInstalled()
                ? Map.of("PMT_EVENTS_CARRIER", "redis", "PMT_EVENTS_REDIS_URL", "redis://127.0.0.1:" + port)
                : Map.of();
    }

    void killAndWipe() throws IOException, InterruptedException {
        end();
        run();
    }

    @Override
    public void close() throws InterruptedException {
        end();
    }

    private void run() throws IOException {
        if (isInstalled()) {
            process = new ProcessBuilder(List.of(
                            "redis-server",
                            "--bind",
                            "127.0.0.1",
                            "--port",
                            "" + port,
                            "--save",
                            "",
                            "--appendonly",
                            "no"))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            Redirect.appendTo(directory.resolve("redis.log").toFile()))
                    .start();
        }
    }

    private void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }
}
