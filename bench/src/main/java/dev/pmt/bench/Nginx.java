package dev.pmt.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A nginx before one service, as one would set it up: kept connections on both sides, a line of the log for each request. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Finds the program, on the PATH or where Debian has it. */
    static Optional<Path> find() {
        return Machine.program("nginx", List.of(Path.of("/usr/sbin")));
    }

    /** Starts it in a folder of its own, before the service at this address. */
    static Nginx start(Path program, Path folder, URI service) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var port = Machine.freePort();
        var configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, service, port));
        var process = new ProcessBuilder(
                        List.of(program.toString(), "-p", folder.toString(), "-c", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        for (int tries = 0; tries < 500; tries++) {
            if (!process.isAlive()) {
                throw new IOException("nginx did not start: " + Files.readString(folder.resolve("nginx.out")));
            }
            try (var probe = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Nginx(process, probe.getPort());
            } catch (IOException e) {
                Thread.sleep(10);
            }
        }
        throw new IOException("nginx does not listen");
    }

    private static String configuration(Path folder, URI service, int port) {
        return """
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                worker_processes auto;
                events { worker_connections 4096; }
                http {
                  access_log %1$s/access.log;
                  client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                  keepalive_requests 1000000000;
                  upstream service { server %2$s; keepalive 128; keepalive_requests 1000000000; }
                  server {
                    listen 127.0.0.1:%3$d;
                    location / {
                      proxy_pass http://service;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                      proxy_set_header Host $http_host;
                      proxy_set_header X-Forwarded-For $remote_addr;
                      proxy_set_header X-Forwarded-Proto $scheme;
                    }
                  }
                }
                """.formatted(folder, service.getAuthority(), port);
    }

    int port() {
        return port;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
