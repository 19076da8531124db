package dev.pmt.gateway.home;

import dev.pmt.shared.service.ServiceStartException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One JSON file that the edge keeps for itself: read whole at a start, written whole when it is to say something else. */
final class KeptFile {

    private static final int VERSION = 1;

    private final Path folder;
    private final Path file;
    private final String contents;
    private final String loss;
    private String written = "";

    /**
     * Names a file that need not exist.
     *
     * @param contents what it holds, for an error
     * @param loss how the edge begins without it, for an error
     */
    KeptFile(Path folder, String name, String contents, String loss) {
        this.folder = folder;
        this.contents = contents;
        this.loss = loss;
        file = folder.resolve(name);
    }

    /** Gives what was kept, if there is anything. @throws ServiceStartException when the file cannot be read */
    void read(Consumer<JsonObject> reader) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var kept = new JsonObject(Files.readString(file));
            if (kept.getInteger("version", 0) != VERSION) {
                throw new IllegalArgumentException("version must be " + VERSION);
            }
            reader.accept(kept);
        } catch (IOException | RuntimeException e) {
            throw new ServiceStartException(
                    "The edge cannot read " + contents + ": " + file + ". Mend it, or remove it to begin " + loss + ".",
                    e);
        }
    }

    /** Takes this as what is written already. */
    void holds(JsonObject now) {
        written = text(now);
    }

    /** Writes this, unless that is what was written last. */
    void write(JsonObject now) throws IOException {
        var text = text(now);
        if (!text.equals(written)) {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.write(file, text);
            written = text;
        }
    }

    private static String text(JsonObject now) {
        return new JsonObject().put("version", VERSION).mergeIn(now).encodePrettily() + "\n";
    }
}
