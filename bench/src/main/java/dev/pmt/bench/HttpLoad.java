package dev.pmt.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/**
 * Sends requests over a fixed number of kept-alive connections, each as fast as answers come back (closed loop). It reads
 * sockets itself: a full client would take more of the shared processors than what it measures.
 */
final class HttpLoad {

    /**
     * What one run saw.
     *
     * @param requests answered with the expected status class
     * @param failed answered otherwise, or broken off
     * @param seconds how long it ran
     * @param micros sorted response times in microseconds
     */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never shared
    record Result(long requests, long failed, double seconds, long[] micros) {

        double perSecond() {
            return requests / seconds;
        }

        double millis(double quantile) {
            return micros.length == 0 ? Double.NaN : micros[(int) ((micros.length - 1) * quantile)] / 1000.0;
        }
    }

    private HttpLoad() {}

    /** Runs for the given time; {@code request} makes the bytes of the n-th request of a connection. */
    static Result run(int port, int connections, Duration time, IntFunction<byte[]> request)
            throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        var results = new CopyOnWriteArrayList<Result>();
        var threads = new Thread[connections];
        var begin = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            var offset = i * 1_000_003;
            threads[i] = Thread.ofPlatform().start(() -> results.add(loop(port, end, offset, request)));
        }
        for (var thread : threads) {
            thread.join();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        var micros = results.stream()
                .flatMapToLong(one -> Arrays.stream(one.micros))
                .sorted()
                .toArray();
        return new Result(
                results.stream().mapToLong(Result::requests).sum(),
                results.stream().mapToLong(Result::failed).sum(),
                seconds,
                micros);
    }

    /** Makes the bytes of a request with a bearer token. */
    static byte[] request(String method, String path, String token, String contentType, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                        + (bytes.length == 0
                                ? ""
                                : "Content-Type: " + contentType + "\r\nContent-Length: " + bytes.length + "\r\n")
                        + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends one request over a connection of its own and returns the answer's status; 0 when there was none. */
    static int once(int port, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request);
            return readAnswer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            return 0;
        }
    }

    private static Result loop(int port, long end, int offset, IntFunction<byte[]> request) {
        var micros = new long[1 << 12];
        int count = 0;
        long failed = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int n = offset; System.nanoTime() < end; n++) {
                var begin = System.nanoTime();
                socket.getOutputStream().write(request.apply(n));
                if (readAnswer(in) / 100 == 2) {
                    if (count == micros.length) {
                        micros = Arrays.copyOf(micros, count * 2);
                    }
                    micros[count++] = (System.nanoTime() - begin) / 1000;
                } else {
                    failed++;
                }
            }
        } catch (IOException e) {
            failed++;
        }
        return new Result(count, failed, 0, Arrays.copyOf(micros, count));
    }

    private static int readAnswer(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ", 3)[1]);
        long length = 0;
        boolean chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (!chunked) {
            in.skipNBytes(length);
            return status;
        }
        for (var size = size(in); size > 0; size = size(in)) {
            in.skipNBytes(size + 2);
        }
        in.skipNBytes(2);
        return status;
    }

    private static long size(InputStream in) throws IOException {
        return Long.parseLong(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
