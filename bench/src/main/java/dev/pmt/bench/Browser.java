package dev.pmt.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real Chromium saw of some boards, by the web client's script.
 *
 * @param answer of the script: who looked, and by board and cache each visit's marks; or what is missing
 */
record Browser(JsonNode answer) {

    private static final String SCRIPT = "services/web/scripts/board-bench.mjs";

    /** Opens each board some times with a cold and a warm cache. */
    static Browser visit(Installation pmt, int turns, List<Board> boards) throws IOException, InterruptedException {
        var script = Checkout.root().resolve(SCRIPT);
        var command = new ArrayList<>(List.of("node", script.toString(), pmt.url(), Integer.toString(turns)));
        boards.forEach(board -> command.add(board.key()));
        var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("PMT_EMAIL", Administrator.EMAIL);
        builder.environment().put("PMT_PASSWORD", Administrator.PASSWORD);
        Process node;
        try {
            node = builder.start();
        } catch (IOException e) {
            return new Browser(new JsonMapper().createObjectNode().put("missing", "Node"));
        }
        var output = node.getInputStream().readAllBytes();
        if (node.waitFor() != 0) {
            throw new IOException(SCRIPT + " must succeed; it ended with " + node.exitValue());
        }
        return new Browser(new JsonMapper().readTree(output));
    }

    /** Returns what was measured of each visit; nothing when there is no browser. */
    List<String> marks() {
        return StreamSupport.stream(answer.path("marks").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    double median(Board board, String cache, String mark) {
        var visits = answer.required("boards").required(board.key()).required(cache);
        return Medians.of(
                StreamSupport.stream(visits.spliterator(), false).toList(),
                visit -> visit.required(mark).asDouble());
    }

    /** Says who looked and what the marks mean, or what is missing. */
    String summary() {
        return answer.has("missing")
                ? "Only the server was measured; for the browser this machine lacks "
                        + answer.required("missing").asString()
                : answer.required("browser").asString();
    }
}
