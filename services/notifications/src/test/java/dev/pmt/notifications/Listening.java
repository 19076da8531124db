package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open socket as its client sees it; answers pings unless told not to. */
final class Listening implements WebSocket.Listener {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_SECONDS = 10;

    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final List<JsonNode> pings = new CopyOnWriteArrayList<>();
    private final AtomicInteger frames = new AtomicInteger();
    private volatile boolean answersPings = true;
    private volatile @Nullable WebSocket socket;

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    /** Decides whether pings are answered; the latest one too, when they are again. */
    void answersPings(boolean answers) {
        answersPings = answers;
        if (answers && !pings.isEmpty()) {
            pong(pings.getLast());
        }
    }

    List<JsonNode> pings() {
        return pings;
    }

    /** Says one thing at a time: the listener answers pings meanwhile. */
    synchronized Listening says(String json) {
        Objects.requireNonNull(socket).sendText(json, true).join();
        return this;
    }

    Listening subscribes(String topic) {
        return says("{\"message\":\"subscribe\",\"topic\":\"" + topic + "\"}");
    }

    Listening subscribes(String topic, long since) {
        return says("{\"message\":\"subscribe\",\"topic\":\"" + topic + "\",\"since\":" + since + "}");
    }

    /** Subscribes and waits until that is confirmed. @return the seq */
    long hears(String topic) {
        return subscribes(topic).expect("subscribed").required("seq").asLong();
    }

    /** Returns the next message, whatever it is. */
    JsonNode next() {
        try {
            return Objects.requireNonNull(messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "a message must come");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Expects a message of a kind next. */
    JsonNode expect(String kind) {
        var message = next();
        assertThat(message.required("message").asString())
                .as(message.toString())
                .isEqualTo(kind);
        return message;
    }

    /** Returns how many messages wait to be read. */
    int waiting() {
        return messages.size();
    }

    /** Returns how many frames have come. */
    int frames() {
        return frames.get();
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    void leaves() {
        Objects.requireNonNull(socket).sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.incrementAndGet();
            var frame = JSON.readTree(part.toString());
            part.setLength(0);
            if (frame.isArray()) {
                frame.forEach(this::hear);
            } else {
                hear(frame);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void hear(JsonNode message) {
        if (message.required("message").asString().equals("ping")) {
            pings.add(message);
            if (answersPings) {
                pong(message);
            }
        } else {
            messages.add(message);
        }
    }

    private void pong(JsonNode ping) {
        says("{\"message\":\"pong\",\"n\":" + ping.required("n") + "}");
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
