package dev.pmt.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A board whose cards are moved, each once in a turn, to the end of their column: one message each. */
final class MovingBoard {

    static final String KEY = "MOVING";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Administrator administrator;
    private final Installation pmt;
    private final String project;
    private final String column;
    private final int cards;
    private final HttpClient client = HttpClient.newHttpClient();

    private MovingBoard(Administrator administrator, Installation pmt, String project, String column, int cards) {
        this.administrator = administrator;
        this.pmt = pmt;
        this.project = project;
        this.column = column;
        this.cards = cards;
    }

    /** Makes a project with this many cards. */
    static MovingBoard fill(Administrator administrator, Installation pmt, Path folder, int cards)
            throws IOException, InterruptedException {
        administrator.importFile(KEY, BenchCommand.backlog(folder, KEY, cards));
        var project = get(administrator, "/api/v1/projects/" + KEY);
        var column = get(administrator, "/api/v1/projects/" + KEY + "/board")
                .required("columns")
                .get(0)
                .required("status")
                .required("id");
        return new MovingBoard(administrator, pmt, project.required("id").asString(), column.asString(), cards);
    }

    Administrator administrator() {
        return administrator;
    }

    /** Returns what a socket subscribes to. */
    String topic() {
        return "project:" + project;
    }

    /** Moves every card once at an even pace, and waits for the messages of the first {@code subscribers} sockets. */
    FanOut turn(LiveSockets sockets, int subscribers, int perSecond) throws IOException, InterruptedException {
        var token = administrator.token();
        var times = new MoveTimes(cards, subscribers);
        sockets.subscribe(subscribers);
        sockets.listen(times);
        var database = pmt.postgres();
        var jvmBefore = pmt.cpu();
        var databaseBefore = database.cpu();
        var begin = System.nanoTime();
        new Writers(16).paced(perSecond, cards, card -> {
            times.sent(card);
            move(card, token);
        });
        for (var end = System.nanoTime() + PATIENCE.toNanos(); !times.isComplete() && System.nanoTime() < end; ) {
            Thread.sleep(5);
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new FanOut(
                times.came() / seconds,
                times.millis(0.5),
                times.millis(0.99),
                pmt.cpu().minus(jvmBefore).toNanos() / 1e9 / seconds,
                database.cpu().minus(databaseBefore).toNanos() / 1e9 / seconds,
                times.missed(),
                times.doubled());
    }

    /** Moves cards as fast as 16 connections can. */
    void hurry(Duration time) throws IOException, InterruptedException {
        var token = administrator.token();
        var failed = Turn.run(
                        pmt,
                        16,
                        time,
                        n -> HttpLoad.request("POST", path(Math.floorMod(n, cards)), token, "application/json", body()))
                .failed();
        if (failed > 0) {
            throw new IOException("Every move must succeed; failed: " + failed);
        }
    }

    private void move(int card, String token) {
        var request = HttpRequest.newBuilder(URI.create(pmt.url() + path(card)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body()))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String path(int card) {
        return "/api/v1/tasks/" + KEY + "-" + (card + 1) + "/move";
    }

    private String body() {
        return "{\"statusId\":\"" + column + "\"}";
    }

    private static JsonNode get(Administrator administrator, String path) throws IOException, InterruptedException {
        return administrator.api("GET", path, "application/json", BodyPublishers.noBody());
    }
}
