package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.api.Answer;
import dev.pmt.api.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Imports files and waits for the end. */
public final class Imported {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Imported() {}

    /** Imports a text and waits for the end. */
    public static Answer file(Client user, String query, String text) {
        return file(user, query, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer file(Client user, String query, byte[] bytes) {
        var accepted = user.csv("/imports?project=" + query, bytes).expect(202);
        assertThat(accepted.header("Location")).isEqualTo("/api/v1/imports/" + accepted.text("/id"));
        return end(user, accepted.text("/id"));
    }

    /** Waits until an import is done or failed. */
    static Answer end(Client user, String id) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> user.get("/imports/" + id).expect(200),
                        answer -> answer.text("/state").equals("done")
                                || answer.text("/state").equals("failed"));
    }

    /** Asserts the counts of an import that is done. */
    static void counts(Answer done, int created, int updated, int unchanged, int rejected) {
        assertThat(done.text("/state")).as(done.body()).isEqualTo("done");
        assertThat(done.at("/rows").toString())
                .isEqualTo("{\"read\":%d,\"created\":%d,\"updated\":%d,\"unchanged\":%d,\"rejected\":%d}"
                        .formatted(created + updated + unchanged + rejected, created, updated, unchanged, rejected));
    }
}
