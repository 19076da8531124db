package dev.pmt.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sockets that the edge holds open as it does those of pages; they answer pings and note the board's messages. */
final class LiveSockets implements AutoCloseable {

    private static final String PING = "{\"message\":\"ping\",\"n\":";
    private static final int PATIENCE = 10;
    private static final String CARD = "\"key\":\"" + MovingBoard.KEY + "-";

    private final List<WebSocket> open = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(10_000));
    private final Installation pmt;
    private final MovingBoard board;
    private final Semaphore confirmed = new Semaphore(0);
    private int subscribed;
    private volatile MoveTimes times = new MoveTimes(0, 0);

    LiveSockets(Installation pmt, MovingBoard board) {
        this.pmt = pmt;
        this.board = board;
    }

    int count() {
        return open.size();
    }

    /** Opens so many more, each with a ticket of its own. */
    void open(int sockets) throws IOException, InterruptedException {
        for (int i = 0; i < sockets; i++) {
            var number = open.size();
            var ticket = board.administrator()
                    .api("POST", "/api/v1/live/tickets", "application/json", BodyPublishers.noBody())
                    .required("ticket")
                    .asString();
            var socket = await(client.connect(pmt.port(), "localhost", "/ws?ticket=" + ticket));
            socket.textMessageHandler(text -> heard(socket, number, text));
            open.add(socket);
        }
    }

    /** Lets the first ones subscribe to the board, and no others. */
    void subscribe(int sockets) throws IOException, InterruptedException {
        var changes = Math.abs(sockets - subscribed);
        for (; subscribed < sockets; subscribed++) {
            say(open.get(subscribed), "subscribe");
        }
        for (; subscribed > sockets; subscribed--) {
            say(open.get(subscribed - 1), "unsubscribe");
        }
        if (!confirmed.tryAcquire(changes, PATIENCE, TimeUnit.SECONDS)) {
            throw new IOException("every subscription must be confirmed");
        }
    }

    /** Notes messages there from now on. */
    void listen(MoveTimes there) {
        times = there;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        await(vertx.close());
    }

    private void say(WebSocket socket, String what) throws IOException, InterruptedException {
        await(socket.writeTextMessage("{\"message\":\"" + what + "\",\"topic\":\"" + board.topic() + "\"}"));
    }

    private void heard(WebSocket socket, int number, String text) {
        for (var card = text.indexOf(CARD); card >= 0; card = text.indexOf(CARD, card + 1)) {
            times.came((int) numberAt(text, card + CARD.length()) - 1, number);
        }
        if (text.startsWith(PING)) {
            var asked = numberAt(text, PING.length());
            socket.writeTextMessage("{\"message\":\"pong\",\"n\":" + asked + "}");
        } else if (text.contains("subscribed\"")) {
            confirmed.release();
        }
    }

    private static long numberAt(String text, int begin) {
        var end = begin;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Long.parseLong(text, begin, end, 10);
    }

    private static <T> T await(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a socket must open and take what is said", e);
        }
    }
}
