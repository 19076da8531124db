package dev.pmt.gateway.home;

import dev.pmt.gateway.flags.FlagJson;
import dev.pmt.gateway.flags.Flags;
import dev.pmt.shared.service.ServiceStartException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the flags in one file. */
final class FlagStore {

    private static final int VERSION = 1;

    private final Path folder;
    private final Path file;
    private String written = "";

    FlagStore(Path folder) {
        this.folder = folder;
        file = folder.resolve("flags.json");
    }

    /** Brings back what was kept. @throws ServiceStartException when the file cannot be read */
    void restore(Flags flags) {
        if (Files.exists(file)) {
            read(flags);
        }
        written = text(flags);
    }

    private void read(Flags flags) {
        try {
            var kept = new JsonObject(Files.readString(file));
            if (kept.getInteger("version", 0) != VERSION) {
                throw new IllegalArgumentException("version must be " + VERSION);
            }
            flags.restore(kept.getJsonArray("flags").stream()
                    .map(flag -> FlagJson.kept((JsonObject) flag))
                    .toList());
        } catch (IOException | RuntimeException e) {
            throw new ServiceStartException(
                    "The edge cannot read its flags: " + file + ". Mend it, or remove it to begin with all flags gone.",
                    e);
        }
    }

    /** Writes what is in force now, unless that is what was written last. */
    void save(Flags flags) throws IOException {
        var text = text(flags);
        if (!text.equals(written)) {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.write(file, text);
            written = text;
        }
    }

    private static String text(Flags flags) {
        return new JsonObject()
                        .put("version", VERSION)
                        .put(
                                "flags",
                                new JsonArray(
                                        flags.all().stream().map(FlagJson::keep).toList()))
                        .encodePrettily()
                + "\n";
    }
}
