package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a file of issues that spread over a board as they do in a project some years old. */
final class BoardBacklog {

    private static final List<String> TYPES = List.of("task", "bug", "story", "bug", "task", "subtask", "epic");
    private static final List<String> PRIORITIES = List.of("medium", "high", "medium", "low", "highest");
    private static final List<String> LABELS = List.of("", "server", "client", "", "\"docs,client\"", "server");

    private BoardBacklog() {}

    static Path write(Path folder, String key, int cards) throws IOException {
        var file = folder.resolve(key + ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("issuekey,title,description,storypoint,status,type,priority,labels\n");
            for (int n = 1; n <= cards; n++) {
                out.write(String.join(
                        ",",
                        key + "-" + n,
                        "Issue " + n + " of the board" + " that somebody waits for".repeat(n % 4),
                        "\"" + "A few words, and some more. ".repeat(n % 40) + "\"",
                        Integer.toString(n % 13),
                        status(n),
                        TYPES.get(n % TYPES.size()),
                        PRIORITIES.get(n % PRIORITIES.size()),
                        LABELS.get(n % LABELS.size())));
                out.write("\n");
            }
        }
        return file;
    }

    /** Six of ten wait, one of twenty is in progress, one of twenty in review, three of ten are done. */
    private static String status(int n) {
        return switch (n % 20) {
            case 3 -> "In progress";
            case 11 -> "In review";
            case 1, 5, 8, 13, 16, 19 -> "Done";
            default -> "To do";
        };
    }
}
