package dev.pmt.server;

import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A person's page with an open socket. */
record ListeningPage(Visitor visitor, HttpClient client, WebSocket socket, List<String> words)
        implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static ListeningPage open(Visitor visitor, int port) throws Exception {
        var ticket = JSON.readTree(visitor.post("/api/v1/live/tickets", "application/json", "")
                        .body())
                .required("ticket")
                .asString();
        var words = new CopyOnWriteArrayList<String>();
        var client = HttpClient.newHttpClient();
        var socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/ws?ticket=" + ticket), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        words.add(text.toString());
                        from.request(1);
                        return null;
                    }
                })
                .join();
        return new ListeningPage(visitor, client, socket, words);
    }

    /** Wants to hear of a project, and asks again, as pages do, until it is heard: a new project may not be known there yet. */
    void subscribe(String project) throws Exception {
        var found = visitor.get("/api/v1/projects/" + project).body();
        var topic = "project:" + JSON.readTree(found).required("id").asString();
        var message = "{\"message\":\"subscribe\",\"topic\":\"" + topic + "\"}";
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> isGranted(message));
    }

    private boolean isGranted(String message) {
        var before = words.size();
        socket.sendText(message, true).join();
        await().atMost(PATIENCE)
                .until(() -> words.stream()
                        .skip(before)
                        .anyMatch(word -> word.contains("\"subscribed\"") || word.contains("\"error\"")));
        return heard().contains("\"subscribed\"");
    }

    /** Moves the project's first task into the last column. @return the answer's status */
    int move(String project) throws Exception {
        var columns = JSON.readTree(
                        visitor.get("/api/v1/projects/" + project + "/board").body())
                .required("columns");
        var last = columns.get(columns.size() - 1).at("/status/id").asString();
        var move = "{\"statusId\":\"" + last + "\"}";
        return visitor.post("/api/v1/tasks/" + project + "-1/move", "application/json", move)
                .statusCode();
    }

    String heard() {
        return String.join("", words);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
