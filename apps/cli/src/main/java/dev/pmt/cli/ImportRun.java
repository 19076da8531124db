package dev.pmt.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** One import, from the first byte sent to its end, with progress on the way. */
final class ImportRun {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LOST_POLLS = 300;
    private static final int UNAVAILABLE = 503;

    private final Connection pmt;
    private final ProgressBar bar;

    ImportRun(Connection pmt, ProgressBar bar) {
        this.pmt = pmt;
        this.bar = bar;
    }

    /** Uploads the file and follows the import; returns it in its final state. */
    JsonNode start(Path file, String project, List<String> map, boolean dryRun) {
        var query = new StringBuilder("?project=" + encode(project));
        query.append("&filename=").append(encode(String.valueOf(file.getFileName())));
        query.append("&dryRun=").append(dryRun);
        map.forEach(pair -> query.append("&map=").append(encode(pair)));
        double total = Math.max(1, file.toFile().length());
        var created = pmt.upload(
                        "/api/v1/imports" + query,
                        file,
                        "text/csv",
                        sent -> bar.show("uploading", sent / total, megabytes(sent)))
                .json();
        bar.end();
        return follow("/api/v1/imports/" + created.required("id").asString(), dryRun ? "checking" : "importing");
    }

    private JsonNode follow(String path, String label) {
        for (var lost = 0; lost < LOST_POLLS; ) {
            var answer = poll(path);
            if (answer.isEmpty()) {
                lost++;
            } else {
                lost = 0;
                var state = answer.get().json();
                show(label, state);
                if (isFinal(state)) {
                    bar.end();
                    return state;
                }
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new CommandFailure("PMT has not answered for a minute. What was uploaded is imported when it is back.");
    }

    /** Returns nothing while PMT or one of its services is away, as during a restart. */
    private Optional<Answer> poll(String path) {
        try {
            return Optional.of(pmt.get(path)).filter(answer -> answer.status() != UNAVAILABLE);
        } catch (ConnectionLost e) {
            return Optional.empty();
        }
    }

    private void show(String label, JsonNode state) {
        var bytes = state.required("bytes");
        bar.show(
                label,
                bytes.required("done").asDouble()
                        / Math.max(1, bytes.required("total").asDouble()),
                state.required("rows").required("read").asInt() + " rows");
    }

    private static boolean isFinal(JsonNode state) {
        var name = state.required("state").asString();
        return name.equals("done") || name.equals("failed");
    }

    private static String megabytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
