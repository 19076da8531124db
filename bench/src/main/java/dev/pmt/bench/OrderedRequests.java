package dev.pmt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A service that notes the numbers at the ends of the paths. It takes one connection after the other and closes each after its
 * answer, so that it sees requests in the order in which they were sent: nobody overtakes on a connection that is there already.
 */
final class OrderedRequests implements AutoCloseable {

    private static final int BACKLOG = 4_096;
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Integer> numbers = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    OrderedRequests() throws IOException {
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var connection = server.accept();
                    var head = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
                var first = head.readLine();
                if (first == null) {
                    continue;
                }
                while (!"".equals(head.readLine())) {
                    // the rest of the head says nothing of interest
                }
                var path = first.split(" ", 3)[1];
                numbers.add(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
                connection.getOutputStream().write(ANSWER);
            } catch (IOException e) {
                // whoever sent it sees no answer, and is counted
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Returns how many came after one that was sent later. */
    long outOfOrder() {
        long upset = 0;
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) < numbers.get(i - 1)) {
                upset++;
            }
        }
        return upset;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
